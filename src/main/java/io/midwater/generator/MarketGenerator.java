package io.midwater.generator;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.BusinessCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A synthetic market with known answers. One orders, trades and quotes file per business date, rows of all securities
 * mixed in time order; sessions, reference data, brokers; a configuration that runs it; and below {@code expected/} what is
 * true of every order and in total, from the market's own bookkeeping.
 *
 * <p>The market follows the exchange's life cycle of orders: lit book and auctions by price and time, Centre Point at the
 * midpoint by time. Equal options give equal bytes. Memory holds live orders only.
 */
public final class MarketGenerator {
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    private static final LocalTime ROLLOVER = LocalTime.of(19, 0);
    private static final long FIRST_ORDER_ID = 7_900_000_000_000_000_000L;
    private static final long FIRST_MATCH_ID = 8_000_000_000_000_000_000L;
    private static final int DATE_SHIFT = 44;
    private static final int SECURITY_SHIFT = 30;
    private static final double USUAL_BYTES_PER_ORDER = 560;

    private final GeneratorOptions options;
    private final MarketShape shape;
    private final BusinessCalendar calendar = new BusinessCalendar(ZONE, ROLLOVER, Set.of());
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private long orders;
    private long orderBytes;
    private long events;
    private long trades;
    private long duplicateOrders;
    private long duplicateTrades;

    public MarketGenerator(GeneratorOptions options) {
        this(options, MarketShape.DEFAULT);
    }

    public MarketGenerator(GeneratorOptions options, MarketShape shape) {
        this.options = requireNonNull(options, "options is null");
        this.shape = requireNonNull(shape, "shape is null");
    }

    /**
     * Writes the market.
     *
     * @throws UncheckedIOException when the folder is not empty or cannot be written
     */
    public GeneratorSummary run(GeneratorProgress progress) {
        try {
            return write(progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GeneratorSummary write(GeneratorProgress progress) throws IOException {
        Path out = options.out();
        requireEmpty(out);
        List<LocalDate> dates = MarketFiles.tradingDays(calendar, options.firstDate(), options.dates());
        Instrument[] books = Instrument.draw(options.securities(), options.seed());
        Brokers brokers = new Brokers();
        List<List<LiveOrder>> carried = new ArrayList<>();
        for (Instrument book : books) {
            carried.add(History.draw(book, options.seed(), brokers, numberRange(FIRST_ORDER_ID, 0, book.index())));
        }
        try (KnownAnswers answers = new KnownAnswers(out, books.length);
                SessionsFile sessions = new SessionsFile(out)) {
            for (int i = 0; i < dates.size(); i++) {
                writeDate(dates.get(i), i, books, brokers, carried, answers, sessions);
                progress.dateDone(dates.get(i), i + 1, dates.size(), orderBytes);
            }
            MarketFiles.writeReference(out, books, dates);
            MarketFiles.writeParticipants(out, dates.get(0));
            MarketFiles.writeConfiguration(out);
            MarketFiles.writeSummary(out, answers, books, rows, counters(answers));
        }
        return summary(out, 3 * dates.size() + 6);
    }

    /** Files of an earlier market would make the known answers wrong. */
    private static void requireEmpty(Path out) throws IOException {
        Files.createDirectories(out);
        try (Stream<Path> inside = Files.list(out)) {
            if (inside.findAny().isPresent()) {
                throw new FileAlreadyExistsException(out + ": folder is not empty");
            }
        }
    }

    private Map<String, Long> counters(KnownAnswers answers) {
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("new_orders", orders);
        counters.put("duplicate_order_rows", duplicateOrders);
        counters.put("duplicate_trade_rows", duplicateTrades);
        counters.put("orphan_legs", answers.orphanLegs());
        return counters;
    }

    private void writeDate(
            LocalDate date,
            int index,
            Instrument[] books,
            Brokers brokers,
            List<List<LiveOrder>> carried,
            KnownAnswers answers,
            SessionsFile sessions)
            throws IOException {
        LocalDate previous = previousTradingDay(date);
        long target = targetBytes(index);
        long count = orderCount(index, target);
        SessionTimes[] times = new SessionTimes[books.length];
        for (int i = 0; i < books.length; i++) {
            RandomStream random = new RandomStream(options.seed() + 1, i, date.toEpochDay());
            times[i] = new SessionTimes(calendar, date, previous, i, random);
        }
        sessions.write(date, books, times);
        answers.startDate(date);
        RandomStream copies = new RandomStream(options.seed() + 2, -1, date.toEpochDay());
        try (Tape tape = new Tape(options.out(), date, previous, times[0].midnight, copies, shape.duplicateShare())) {
            SecurityMarket[] markets = new SecurityMarket[books.length];
            double due = 0;
            for (int i = 0; i < books.length; i++) {
                // What rounding leaves over goes to the next security, so that the counts add up.
                due += count * books[i].weight();
                long share = i == books.length - 1 ? Math.round(due) : (long) due;
                due -= share;
                DaySetup day = new DaySetup(
                        books[i],
                        options.seed(),
                        brokers,
                        shape,
                        times[i],
                        date.toEpochDay(),
                        share,
                        numberRange(FIRST_ORDER_ID, index + 1, i),
                        numberRange(FIRST_MATCH_ID, index + 1, i),
                        tape,
                        answers);
                markets[i] = new SecurityMarket(day, carried.get(i));
            }
            new MarketDay(markets, tape).run(target, times[0].preClose);
            for (int i = 0; i < books.length; i++) {
                carried.set(i, markets[i].carried());
            }
            addTape(tape, date, markets);
        }
    }

    private void addTape(Tape tape, LocalDate date, SecurityMarket[] markets) {
        for (SecurityMarket market : markets) {
            orders += market.arrived();
        }
        orderBytes += tape.orders.bytes();
        events += tape.orders.rows();
        trades += tape.trades.rows();
        duplicateOrders += tape.duplicateOrders();
        duplicateTrades += tape.duplicateTrades();
        rows.put("orders/orders_" + date + ".csv", tape.orders.rows());
        rows.put("trades/trades_" + date + ".csv", tape.trades.rows());
        rows.put("quotes/quotes_" + date + ".csv", tape.quotes.rows());
    }

    private LocalDate previousTradingDay(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (!calendar.isTradingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private long targetBytes(int index) {
        return options.targetBytes() < 0
                ? -1
                : Math.max(1, (options.targetBytes() - orderBytes) / (options.dates() - index));
    }

    private long orderCount(int index, long target) {
        if (target < 0) {
            return (options.orders() - orders) / (options.dates() - index);
        }
        double perOrder = orders == 0 ? USUAL_BYTES_PER_ORDER : (double) orderBytes / orders;
        return Math.max(1, Math.round(target / perOrder));
    }

    /** First number of a security's day: 2^30 numbers each, 2^14 securities a day. */
    private static long numberRange(long first, int dateIndex, int securityIndex) {
        return first + ((long) dateIndex << DATE_SHIFT) + ((long) securityIndex << SECURITY_SHIFT);
    }

    private GeneratorSummary summary(Path out, int files) throws IOException {
        long bytes = 0;
        for (String folder :
                List.of("orders", "trades", "quotes", "sessions", "reference", "participants", "expected")) {
            try (Stream<Path> inside = Files.list(out.resolve(folder))) {
                for (Path file : inside.toList()) {
                    bytes += Files.size(file);
                }
            }
        }
        bytes += Files.size(out.resolve("midwater.conf"));
        return new GeneratorSummary(files, bytes, orderBytes, orders, events, trades);
    }
}
