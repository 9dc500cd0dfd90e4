package io.midwater.metrics;

import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.RATIO;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.TradeClass;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;

/** Prices paid against the midpoint on arrival. */
final class ArrivalCostMetrics implements MetricFamily {
    private final LongColumn arrivalCostHalfValue;
    private final LongColumn arrivalBaseHalfValue;
    private final DoubleColumn arrivalCostBps;
    private final DoubleColumn effectiveSpreadBps;
    private final LongColumn quotedSpreadHalfValue;
    private final DoubleColumn eqRatio;
    private final LongColumn auctionCostHalfValue;

    ArrivalCostMetrics(MetricsTable table) {
        arrivalCostHalfValue = table.whole(
                "arrival_cost_half_value",
                HALF_VALUE,
                "Σ S × (2 price − (bid + offer) at arrival) × quantity over the continuous legs; cost positive");
        arrivalBaseHalfValue =
                table.whole("arrival_base_half_value", HALF_VALUE, "(bid + offer) at arrival × continuous_quantity");
        arrivalCostBps = table.real(
                "arrival_cost_bps", MID_BPS, "arrival_cost_half_value / arrival_base_half_value; cost positive");
        effectiveSpreadBps = table.real(
                "effective_spread_bps",
                MID_BPS,
                "2 S (price − arrival mid), share-weighted, signed (17 CFR 242.600(b)): twice arrival_cost_bps");
        quotedSpreadHalfValue = table.whole(
                "quoted_spread_half_value", HALF_VALUE, "2 × (offer − bid) at arrival × continuous_quantity");
        eqRatio = table.real(
                "eq_ratio",
                RATIO,
                "effective over quoted spread: 2 × arrival_cost_half_value / quoted_spread_half_value; null on a locked"
                        + " quote");
        auctionCostHalfValue = table.whole(
                "auction_cost_half_value",
                HALF_VALUE,
                "as arrival_cost_half_value, over the auction legs only; null without auction legs or arrival quote");
    }

    @Override
    public void add(MeasuredOrder order) {
        if (order.measured()) {
            continuous(order.quote(), order.sums(), order.sign());
        } else {
            arrivalCostHalfValue.appendNull();
            arrivalBaseHalfValue.appendNull();
            arrivalCostBps.appendNull();
            effectiveSpreadBps.appendNull();
            quotedSpreadHalfValue.appendNull();
            eqRatio.appendNull();
        }
        if (order.quote() == null || order.sums().auctionQuantity() == 0) {
            auctionCostHalfValue.appendNull();
        } else {
            auctionCostHalfValue.append(auctionCost(order));
        }
    }

    private void continuous(ArrivalQuote quote, FillSums sums, int sign) {
        long base = Math.multiplyExact(quote.mid2(), sums.continuousQuantity());
        long cost = sign * Math.subtractExact(Math.multiplyExact(2, sums.continuousValue()), base);
        long quoted = Math.multiplyExact(2 * quote.spreadPx(), sums.continuousQuantity());
        arrivalCostHalfValue.append(cost);
        arrivalBaseHalfValue.append(base);
        arrivalCostBps.append(Quotient.bps(cost, base));
        effectiveSpreadBps.append(2 * Quotient.bps(cost, base));
        quotedSpreadHalfValue.append(quoted);
        eqRatio.append(2 * Quotient.of(cost, quoted));
    }

    private static long auctionCost(MeasuredOrder order) {
        OrderIndex index = order.slice().index();
        TradeLegs trades = order.slice().trades();
        int number = order.life().order();
        long cost = 0;
        for (int n = 0; n < index.legCount(number); n++) {
            int leg = index.leg(number, n);
            if (trades.tradeClass(leg) == TradeClass.AUCTION) {
                long difference = 2 * trades.price(leg) - order.quote().mid2();
                cost = Math.addExact(cost, Math.multiplyExact(difference, trades.quantity(leg)));
            }
        }
        return order.sign() * cost;
    }
}
