package io.midwater.generator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what is true of every order on every business date, from the market's own bookkeeping. */
final class KnownAnswers implements Closeable {
    static final String HEADER = "order_id,security_code,date,order_kind,fill_class,outcome,terminal_reason,"
            + "initial_quantity,demand_quantity,matched_quantity,leaves_quantity,traded_quantity,traded_value,fills,"
            + "arrival_ns,first_fill_ns,last_fill_ns,dark_quantity,lit_quantity,auction_quantity,booked_quantity,"
            + "carried,amended,participant_id,side";
    private static final long IMMEDIATE_NS = SessionTimes.SECOND;
    private static final byte[] NOTHING = {};
    private static final byte[] TRUE = CsvFile.ascii("true");
    private static final byte[] FALSE = CsvFile.ascii("false");
    private static final byte[] BUY = CsvFile.ascii("BUY");
    private static final byte[] SELL = CsvFile.ascii("SELL");
    private static final byte[][] CLASSES = new byte[FillClass.values().length][];

    static {
        for (FillClass fillClass : FillClass.values()) {
            CLASSES[fillClass.ordinal()] = CsvFile.ascii(fillClass.name());
        }
    }

    private final CsvFile file;
    private final Totals overall = new Totals();
    private final Map<String, Totals> byFillClass = new LinkedHashMap<>();
    private final Map<String, Totals> byDate = new LinkedHashMap<>();
    private final Totals[] bySecurity;
    private Totals today;
    private byte[] date;
    private long orphanLegs;

    KnownAnswers(Path out, int securities) throws IOException {
        file = new CsvFile(new CompressedOutput(out.resolve("expected/orders.csv.gz")), HEADER);
        bySecurity = new Totals[securities];
        for (int i = 0; i < securities; i++) {
            bySecurity[i] = new Totals();
        }
        for (FillClass fillClass : FillClass.values()) {
            byFillClass.put(fillClass.name(), new Totals());
        }
    }

    void startDate(LocalDate day) {
        date = CsvFile.ascii(day.toString());
        today = new Totals();
        byDate.put(day.toString(), today);
    }

    void orphanLeg() {
        orphanLegs++;
    }

    /** Records an order whose business date is over. */
    void record(Instrument book, LiveOrder order) {
        FillClass fillClass = FillClass.of(order);
        overall.add(order, fillClass);
        today.add(order, fillClass);
        bySecurity[book.index()].add(order, fillClass);
        byFillClass.get(fillClass.name()).add(order, fillClass);
        long matched = order.matched - order.matchedBefore;
        file.number(order.id)
                .number(book.code())
                .text(date)
                .text(KnownClasses.kind(order))
                .text(CLASSES[fillClass.ordinal()])
                .text(KnownClasses.outcome(order, fillClass, IMMEDIATE_NS))
                .text(KnownClasses.terminalReason(order))
                .number(order.initialQuantity)
                .number(matched + order.leaves)
                .number(matched)
                .number(order.leaves)
                .number(Totals.tradedQuantity(order))
                .number(order.tradedValue)
                .number(order.fills)
                .number(order.arrival);
        time(order.firstFill);
        time(order.lastFill);
        file.number(order.dark)
                .number(order.lit)
                .number(order.auction)
                .number(order.booked)
                .text(order.carried ? TRUE : FALSE)
                .text(order.amended ? TRUE : FALSE)
                .number(order.participant)
                .text(order.sign > 0 ? BUY : SELL)
                .endRow();
    }

    private void time(long ns) {
        if (ns == 0) {
            file.text(NOTHING);
        } else {
            file.number(ns);
        }
    }

    Totals overall() {
        return overall;
    }

    Map<String, Totals> byFillClass() {
        return byFillClass;
    }

    Map<String, Totals> byDate() {
        return byDate;
    }

    Totals security(int index) {
        return bySecurity[index];
    }

    long orphanLegs() {
        return orphanLegs;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
