package io.midwater.metrics;

import static io.midwater.domain.table.RowGroup.NULL;
import static io.midwater.domain.table.Units.CURRENCY_VALUE;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.SHARE_SECONDS;

import io.midwater.domain.Horizon;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * What each order adds to the aggregate {@code rule605}: its classes and the sums over its executions. Rows that are added
 * up and not published. Executions are the legs of continuous trading. Values are currency units × quantity units.
 */
public final class Rule605Orders extends Table {
    private static final double NS_PER_SECOND = 1e9;

    private final Slice slice;
    private final Rule605Options options;
    private final CoveredOrder covered;
    private final Timed all = new Timed();
    private final Timed improved = new Timed();
    private final Timed atQuote = new Timed();
    private final Timed outside = new Timed();
    private final long[] within;

    private final LongColumn participantId = longs("participant_id", "", "broker number");
    private final TextColumn orderType = texts("order_type", "code, or why the order is not covered");
    private final TextColumn lotClass = texts("lot_class", "LESS_THAN_SHARE, ODD_LOT or ROUND_LOT");
    private final TextColumn orderSize = texts("order_size", "lower bound of the class of the order's value");
    private final LongColumn orderedQuantity = longs("ordered_quantity", SHARES, "initial quantity");
    private final DoubleColumn notional = doubles("notional", "currency units", "initial quantity at the limit");
    private final LongColumn cancelledQuantity = longs("cancelled_quantity", SHARES, "open when cancelled");
    private final LongColumn executedQuantity = longs("executed_quantity", SHARES, "executed");
    private final DoubleColumn midValue = doubles("mid_value", CURRENCY_VALUE, "midpoint × quantity");
    private final DoubleColumn quotedSpreadValue = doubles("quoted_spread_value", CURRENCY_VALUE, "spread × quantity");
    private final DoubleColumn effectiveSpreadValue =
            doubles("effective_spread_value", CURRENCY_VALUE, "2 S (price − midpoint) × quantity");
    private final DoubleColumn timeSeconds = doubles("time_share_seconds", SHARE_SECONDS, "time × quantity");
    private final PartColumns improvedColumns = new PartColumns("improved");
    private final PartColumns atQuoteColumns = new PartColumns("at_quote");
    private final PartColumns outsideColumns = new PartColumns("outside_quote");
    private final List<LongColumn> withinColumns;
    private final List<RealizedColumns> realizedColumns;

    /** @param horizons markout horizons */
    public Rule605Orders(RowGroupSink sink, Slice slice, Rule605Options options, List<Horizon> horizons) {
        super("rule605_orders", sink);
        this.slice = slice;
        this.options = options;
        this.covered = new CoveredOrder(slice);
        this.within = new long[options.timeClasses().size()];
        this.withinColumns = options.timeClasses().stream()
                .map(name -> longs("executed_" + name + "_quantity", SHARES, "executed " + name))
                .toList();
        this.realizedColumns = horizons.stream().map(RealizedColumns::new).toList();
    }

    /** Executed shares, how much better or worse than something, and how long they took. */
    private static final class Timed {
        private long quantity;
        private long value;
        private double shareNs;

        void clear() {
            quantity = 0;
            value = 0;
            shareNs = 0;
        }

        void add(long legQuantity, long px, long ns) {
            quantity = Math.addExact(quantity, legQuantity);
            value = Math.addExact(value, Math.multiplyExact(px, legQuantity));
            shareNs += (double) legQuantity * ns;
        }
    }

    /** One of better, at, worse. */
    private final class PartColumns {
        private final LongColumn quantity;
        private final DoubleColumn value;
        private final DoubleColumn seconds;

        PartColumns(String part) {
            quantity = longs(part + "_quantity", SHARES, part);
            value = doubles(part + "_value", CURRENCY_VALUE, part);
            seconds = doubles(part + "_share_seconds", SHARE_SECONDS, part);
        }

        void append(Timed part) {
            quantity.append(part.quantity);
            value.append(currency(part.value));
            seconds.append(part.shareNs / NS_PER_SECOND);
        }
    }

    /** One horizon. */
    private final class RealizedColumns {
        private final Horizon horizon;
        private final LongColumn quantity;
        private final DoubleColumn value;
        private final DoubleColumn mid;

        RealizedColumns(Horizon horizon) {
            this.horizon = horizon;
            String name = "realized_spread_" + horizon.label();
            quantity = longs(name + "_quantity", SHARES, name);
            value = doubles(name + "_value", CURRENCY_VALUE, name);
            mid = doubles(name + "_mid_value", CURRENCY_VALUE, name);
        }

        void append(MeasuredOrder order) {
            long shares = 0;
            long realized = 0;
            for (int fill = 0; fill < order.fills(); fill++) {
                int index = slice.quoteAfter(order.time(fill), horizon);
                if (order.time(fill) >= covered.fromNs() && slice.quotes().usable(index)) {
                    long difference = 2 * order.price(fill) - slice.quotes().mid2(index);
                    shares += order.quantity(fill);
                    realized = Math.addExact(realized, Math.multiplyExact(difference, order.quantity(fill)));
                }
            }
            quantity.append(shares);
            value.append(currency(order.sign() * realized));
            mid.append(currency(Math.multiplyExact(covered.mid2(), shares)) / 2);
        }

        void none() {
            quantity.append(0);
            value.append(0);
            mid.append(0);
        }
    }

    /** Price units × quantity units in currency. */
    private double currency(long value) {
        return (double) value / slice.priceScale();
    }

    void add(MeasuredOrder order) {
        covered.set(order);
        OrderLife life = order.life();
        participantId.append(life.participantId());
        orderType.append(covered.type());
        orderedQuantity.append(life.initialQuantity());
        for (Timed part : List.of(all, improved, atQuote, outside)) {
            part.clear();
        }
        Arrays.fill(within, 0);
        if (covered.type().covered()) {
            classes(life);
            execute(order);
        } else {
            lotClass.appendNull();
            orderSize.appendNull();
            notional.append(0);
        }
        boolean cancelled = covered.type().covered() && life.terminalReason().cancelled();
        cancelledQuantity.append(cancelled ? life.leavesQuantity() : 0);
        sums(order);
        endRow();
    }

    private void classes(OrderLife life) {
        long shares = life.initialQuantity() / slice.quantityScale();
        lotClass.append(shares < 1 ? "LESS_THAN_SHARE" : shares < options.roundLot() ? "ODD_LOT" : "ROUND_LOT");
        boolean market = life.limitPx() == NULL;
        long twice = market ? covered.mid2() : Math.multiplyExact(2, life.limitPx());
        double value = currency(Math.multiplyExact(twice, life.initialQuantity())) / 2 / slice.quantityScale();
        notional.append(value);
        long from = 0;
        for (long bound : options.notionalFrom()) {
            from = value >= bound ? bound : from;
        }
        orderSize.append(Long.toString(from));
    }

    private void execute(MeasuredOrder order) {
        int sign = order.sign();
        for (int fill = 0; fill < order.fills(); fill++) {
            long ns = order.time(fill) - covered.fromNs();
            if (ns < 0) {
                continue;
            }
            long quantity = order.quantity(fill);
            long better = sign * (covered.touchPx(sign) - order.price(fill));
            all.add(quantity, sign * (2 * order.price(fill) - covered.mid2()), ns);
            (better > 0 ? improved : better == 0 ? atQuote : outside).add(quantity, Math.abs(better), ns);
            within[timeClass(ns)] += quantity;
        }
    }

    private int timeClass(long ns) {
        int number = 0;
        while (number < options.executedWithin().size()
                && ns >= options.executedWithin().get(number).ns()) {
            number++;
        }
        return number;
    }

    private void sums(MeasuredOrder order) {
        boolean measured = covered.type().covered();
        executedQuantity.append(all.quantity);
        midValue.append(measured ? currency(Math.multiplyExact(covered.mid2(), all.quantity)) / 2 : 0);
        quotedSpreadValue.append(measured ? currency(Math.multiplyExact(covered.spreadPx(), all.quantity)) : 0);
        effectiveSpreadValue.append(currency(all.value));
        timeSeconds.append(all.shareNs / NS_PER_SECOND);
        improvedColumns.append(improved);
        atQuoteColumns.append(atQuote);
        outsideColumns.append(outside);
        for (int i = 0; i < withinColumns.size(); i++) {
            withinColumns.get(i).append(within[i]);
        }
        for (RealizedColumns horizon : realizedColumns) {
            if (measured) {
                horizon.append(order);
            } else {
                horizon.none();
            }
        }
    }
}
