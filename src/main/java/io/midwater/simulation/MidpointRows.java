package io.midwater.simulation;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeClass;
import io.midwater.domain.TradeLegs;

/**
 * The rows of scenario {@code midpoint}: what the simulated book gave a study order against what the same quantity cost in
 * reality, at the average price of the order's real fills after its entry, bookings left out.
 */
public final class MidpointRows {
    private final Slice slice;
    private final StudyResults results;
    private final SimulatedMarkouts markouts;
    private final SimulationTable table;

    public MidpointRows(Slice slice, StudyResults results, SimulatedMarkouts markouts, SimulationTable table) {
        this.slice = slice;
        this.results = results;
        this.markouts = markouts;
        this.table = table;
    }

    /** Adds a row for a study order; nothing for the others. */
    public void add(OrderLife life, OrderClasses classes, ArrivalQuote quote) {
        if (!classes.inStudy()) {
            return;
        }
        int order = life.order();
        long simulated = results.quantity(order);
        RealRemainder remainder = realRemainder(life);
        double value = results.value2(order) / 2.0;
        table.keys(slice.unit(), Scenario.MIDPOINT, life, classes);
        table.compared(life, quote, results.scope(order), simulated, value, remainder.price());
        table.benchmarkPx.appendNull();
        table.firstFillNs.append(results.firstNs(order));
        table.lastFillNs.append(results.lastNs(order));
        table.matches.append(results.matches(order));
        table.timeToFirstFillNs.append(since(results.firstNs(order), life));
        table.realTimeToFirstFillNs.append(since(remainder.firstNs(), life));
        for (int i = 0; i < table.markouts.size(); i++) {
            if (quote == null || simulated == 0) {
                table.markouts.get(i).none();
            } else {
                long realized = life.side().sign() * markouts.halfValue(order, i);
                table.markouts.get(i).append(markouts.quantity(order, i), realized, quote.mid2());
            }
        }
        table.displacedQuantity.append(results.displaced(order));
        table.studyQuantity.append(results.studyQuantity(order));
        table.endRow();
    }

    private static long since(long timeNs, OrderLife life) {
        return timeNs == NULL ? NULL : timeNs - life.arrivalNs();
    }

    /**
     * The real fills after the entry.
     *
     * @param price the average, NaN without any
     * @param firstNs time of the first, NULL without any
     */
    private record RealRemainder(double price, long firstNs) {}

    private RealRemainder realRemainder(OrderLife life) {
        TradeLegs trades = slice.trades();
        long quantity = 0;
        long value = 0;
        long first = NULL;
        for (int n = 0; n < slice.index().legCount(life.order()); n++) {
            int leg = slice.index().leg(life.order(), n);
            TradeClass tradeClass = trades.tradeClass(leg);
            if (tradeClass.filled() && !tradeClass.booked() && trades.time(leg) > life.arrivalNs()) {
                first = first == NULL ? trades.time(leg) : Math.min(first, trades.time(leg));
                quantity = Math.addExact(quantity, trades.quantity(leg));
                value = Math.addExact(value, Math.multiplyExact(trades.quantity(leg), trades.price(leg)));
            }
        }
        return new RealRemainder(quantity == 0 ? Double.NaN : (double) value / quantity, first);
    }
}
