package io.midwater.metrics;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillClass;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;

/** Measures the orders of one slice into a {@link MetricsTable}. Sums are exact integers; ratios are formed last. */
public final class OrderMetrics {
    private static final double BPS = 1e4;

    private final Slice slice;
    private final MetricsTable table;

    public OrderMetrics(Slice slice, MetricsTable table) {
        this.slice = slice;
        this.table = table;
    }

    /**
     * Adds one order's row.
     *
     * @param quote the quote met on arrival, null for none
     * @param sums the order's own, already summed
     */
    public void add(OrderLife life, OrderClasses classes, ArrivalQuote quote, FillSums sums) {
        table.keys(slice.unit(), life, classes);
        fills(life, sums);
        arrival(quote);
        cost(life, quote, sums);
        improvement(life, quote, sums);
        times(life, sums);
        venues(sums);
        table.endRow();
    }

    private void fills(OrderLife life, FillSums sums) {
        table.fillRatio.append(ratio(life.matchedQuantity(), life.demandQuantity()));
        table.fillRatioInitial.append(Math.min(1, ratio(life.matchedQuantity(), life.initialQuantity())));
        table.fills.append(sums.count());
        table.tradedQuantity.append(sums.quantity());
        table.tradedValue.append(sums.value());
        table.averageFillQuantity.append(ratio(sums.quantity(), sums.count()));
        table.vwapPx.append(ratio(sums.value(), sums.quantity()));
    }

    private void arrival(ArrivalQuote quote) {
        if (quote == null) {
            table.arrivalBidPx.appendNull();
            table.arrivalOfferPx.appendNull();
            table.arrivalMidPx.appendNull();
            table.quotedSpreadBps.appendNull();
            return;
        }
        table.arrivalBidPx.append(quote.bidPx());
        table.arrivalOfferPx.append(quote.offerPx());
        table.arrivalMidPx.append(quote.mid2() / 2.0);
        table.quotedSpreadBps.append(BPS * ratio(2 * quote.spreadPx(), quote.mid2()));
    }

    private void cost(OrderLife life, ArrivalQuote quote, FillSums sums) {
        table.continuousQuantity.append(sums.continuousQuantity());
        table.continuousValue.append(sums.continuousValue());
        if (quote == null || sums.continuousQuantity() == 0) {
            table.arrivalCostHalfValue.appendNull();
            table.arrivalBaseHalfValue.appendNull();
            table.arrivalCostBps.appendNull();
            table.effectiveSpreadBps.appendNull();
            table.quotedSpreadHalfValue.appendNull();
            table.eqRatio.appendNull();
            return;
        }
        long base = Math.multiplyExact(quote.mid2(), sums.continuousQuantity());
        long cost = life.side().sign() * Math.subtractExact(Math.multiplyExact(2, sums.continuousValue()), base);
        long quoted = Math.multiplyExact(2 * quote.spreadPx(), sums.continuousQuantity());
        table.arrivalCostHalfValue.append(cost);
        table.arrivalBaseHalfValue.append(base);
        table.arrivalCostBps.append(BPS * ratio(cost, base));
        table.effectiveSpreadBps.append(2 * BPS * ratio(cost, base));
        table.quotedSpreadHalfValue.append(quoted);
        table.eqRatio.append(2 * ratio(cost, quoted));
    }

    private void improvement(OrderLife life, ArrivalQuote quote, FillSums sums) {
        if (quote == null || sums.continuousQuantity() == 0) {
            table.priceImprovementValue.appendNull();
            table.improvedQuantity.appendNull();
            table.improvementValue.appendNull();
            table.atQuoteQuantity.appendNull();
            table.outsideQuoteQuantity.appendNull();
        } else {
            touch(life, life.side().sign() > 0 ? quote.offerPx() : quote.bidPx());
        }
        boolean limited = life.limitPx() != NULL && sums.quantity() > 0;
        double vwap = ratio(sums.value(), sums.quantity());
        table.limitSlackBps.append(
                limited ? BPS * life.side().sign() * (life.limitPx() - vwap) / life.limitPx() : Double.NaN);
    }

    private void touch(OrderLife life, long touchPx) {
        OrderIndex index = slice.index();
        TradeLegs trades = slice.trades();
        long net = 0;
        long improvement = 0;
        long improved = 0;
        long at = 0;
        long outside = 0;
        for (int n = 0; n < index.legCount(life.order()); n++) {
            int leg = index.leg(life.order(), n);
            if (!trades.tradeClass(leg).continuous()) {
                continue;
            }
            long quantity = trades.quantity(leg);
            long better = life.side().sign() * (touchPx - trades.price(leg));
            long value = Math.multiplyExact(better, quantity);
            net = Math.addExact(net, value);
            if (better > 0) {
                improved += quantity;
                improvement += value;
            } else if (better == 0) {
                at += quantity;
            } else {
                outside += quantity;
            }
        }
        table.priceImprovementValue.append(net);
        table.improvedQuantity.append(improved);
        table.improvementValue.append(improvement);
        table.atQuoteQuantity.append(at);
        table.outsideQuoteQuantity.append(outside);
    }

    private void times(OrderLife life, FillSums sums) {
        boolean filled = sums.count() > 0;
        boolean ordered = filled && !sums.beforeArrival();
        boolean completed = life.fillClass() == FillClass.FULL && life.completionNs() != NULL;
        table.timeToFirstFillNs.append(ordered ? sums.firstNs() - life.arrivalNs() : NULL);
        table.timeToCompletionNs.append(
                completed && life.completionNs() >= life.arrivalNs() ? life.completionNs() - life.arrivalNs() : NULL);
        table.executionDurationNs.append(filled ? sums.lastNs() - sums.firstNs() : NULL);
        table.totalDurationNs.append(ordered ? sums.lastNs() - life.arrivalNs() : NULL);
        table.timeBetweenFillsNs.append(
                sums.count() > 1 ? (double) (sums.lastNs() - sums.firstNs()) / (sums.count() - 1) : Double.NaN);
        table.weightedFillTimeNs.append(ordered ? sums.weightedTimeNs() / sums.quantity() : Double.NaN);
    }

    private void venues(FillSums sums) {
        table.darkQuantity.append(sums.darkQuantity());
        table.litQuantity.append(sums.litQuantity());
        table.auctionQuantity.append(sums.auctionQuantity());
        table.bookedQuantity.append(sums.bookedQuantity());
        table.reportedQuantity.append(sums.reportedQuantity());
    }

    /** NaN, that is null, where the denominator is 0. */
    private static double ratio(long numerator, long denominator) {
        return denominator == 0 ? Double.NaN : (double) numerator / denominator;
    }
}
