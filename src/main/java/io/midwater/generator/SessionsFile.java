package io.midwater.generator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The session states as the real feed's file writes them: header and rows start with a blank. */
final class SessionsFile implements Closeable {
    static final String HEADER =
            " Partition, Sequence, TradeDate, Id, Level, MatchingType, Name, OrderBookId, Timestamp, Type, isEndOfTrading";
    private static final int ORDER_BOOK_LEVEL = 4;
    private static final int CONTINUOUS = 1;
    private static final int NONE = 3;
    private static final int AUCTION = 4;

    private final CsvFile file;
    private long sequence;

    private record State(Instrument book, long time, String name, int matchingType) {}

    SessionsFile(Path out) throws IOException {
        file = CsvFile.create(out.resolve("sessions/sessions.csv"), HEADER);
    }

    void write(LocalDate date, Instrument[] books, SessionTimes[] times) {
        List<State> states = new ArrayList<>();
        for (Instrument book : books) {
            SessionTimes day = times[book.index()];
            states.add(new State(book, day.preOpen, "PRE_OPEN", NONE));
            states.add(new State(book, day.openingAuction, "OSPA", AUCTION));
            states.add(new State(book, day.open, "OPEN", CONTINUOUS));
            states.add(new State(book, day.preClose, "PRE_CSPA", NONE));
            states.add(new State(book, day.closingAuction, "CSPA", AUCTION));
            states.add(new State(book, day.postClose, "POST_CLOSE", NONE));
            states.add(new State(book, day.adjust, "ADJUST", NONE));
            states.add(new State(book, day.adjustOn, "ADJUST_ON", NONE));
            states.add(new State(book, day.purge, "PURGE_ORDERS", NONE));
            states.add(new State(book, day.maintenance, "SYSTEM_MAINTENANCE", NONE));
            states.add(new State(book, day.close, "CLOSE", NONE));
        }
        states.sort(Comparator.comparingLong(State::time)
                .thenComparingInt(state -> state.book().index()));
        byte[] day = CsvFile.ascii(date.toString());
        for (State state : states) {
            file.text(CsvFile.ascii(" " + state.book().exchange()))
                    .number(++sequence)
                    .text(day)
                    .number(sequence)
                    .number(ORDER_BOOK_LEVEL)
                    .number(state.matchingType())
                    .text(CsvFile.ascii(state.name()))
                    .number(state.book().code())
                    .number(state.time())
                    .number(1)
                    .text(CsvFile.ascii(state.name().equals("CLOSE") ? "true" : "false"))
                    .endRow();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
