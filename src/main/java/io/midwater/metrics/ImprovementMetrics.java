package io.midwater.metrics;

import static io.midwater.domain.table.RowGroup.NULL;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;

import io.midwater.domain.FillSums;
import io.midwater.domain.OrderLife;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;

/** Prices against the touch on arrival, and against the order's own limit. */
final class ImprovementMetrics implements MetricFamily {
    private final LongColumn priceImprovementValue;
    private final DoubleColumn priceImprovementPx;
    private final LongColumn improvedQuantity;
    private final LongColumn improvementValue;
    private final DoubleColumn improvementPerImprovedShare;
    private final LongColumn atQuoteQuantity;
    private final LongColumn outsideQuoteQuantity;
    private final DoubleColumn limitSlackBps;

    ImprovementMetrics(MetricsTable table) {
        priceImprovementValue = table.whole(
                "price_improvement_value",
                VALUE,
                "Σ S × (arrival touch − price) × quantity over the continuous legs, touch = offer for a buy, bid for a"
                        + " sell; improvement positive");
        priceImprovementPx = table.real(
                "price_improvement_px",
                PX,
                "price_improvement_value / continuous_quantity: net improvement per share; improvement positive");
        improvedQuantity = table.whole("improved_quantity", SHARES, "continuous shares better than the touch");
        improvementValue = table.whole(
                "improvement_value", VALUE, "Σ max(0, S × (touch − price)) × quantity: improved shares only");
        improvementPerImprovedShare =
                table.real("improvement_per_improved_share", PX, "improvement_value / improved_quantity; null without");
        atQuoteQuantity = table.whole("at_quote_quantity", SHARES, "continuous shares at the touch");
        outsideQuoteQuantity = table.whole("outside_quote_quantity", SHARES, "continuous shares worse than the touch");
        limitSlackBps =
                table.real("limit_slack_bps", "bps of limit", "S × (limit − vwap) / limit; null for market orders");
    }

    @Override
    public void add(MeasuredOrder order) {
        if (order.measured()) {
            touch(order);
        } else {
            priceImprovementValue.appendNull();
            priceImprovementPx.appendNull();
            improvedQuantity.appendNull();
            improvementValue.appendNull();
            improvementPerImprovedShare.appendNull();
            atQuoteQuantity.appendNull();
            outsideQuoteQuantity.appendNull();
        }
        limitSlackBps.append(limitSlack(order.life(), order.sums()));
    }

    private void touch(MeasuredOrder order) {
        long touchPx = order.quote().touchPx(order.sign());
        long net = 0;
        long improvement = 0;
        long improved = 0;
        long at = 0;
        long outside = 0;
        for (int fill = 0; fill < order.fills(); fill++) {
            long quantity = order.quantity(fill);
            long better = order.sign() * (touchPx - order.price(fill));
            long value = Math.multiplyExact(better, quantity);
            net = Math.addExact(net, value);
            if (better > 0) {
                improved += quantity;
                improvement = Math.addExact(improvement, value);
            } else if (better == 0) {
                at += quantity;
            } else {
                outside += quantity;
            }
        }
        priceImprovementValue.append(net);
        priceImprovementPx.append(Quotient.of(net, order.sums().continuousQuantity()));
        improvedQuantity.append(improved);
        improvementValue.append(improvement);
        improvementPerImprovedShare.append(Quotient.of(improvement, improved));
        atQuoteQuantity.append(at);
        outsideQuoteQuantity.append(outside);
    }

    private static double limitSlack(OrderLife life, FillSums sums) {
        if (life.limitPx() == NULL || sums.quantity() == 0) {
            return Double.NaN;
        }
        double vwap = Quotient.of(sums.value(), sums.quantity());
        return Quotient.BPS * life.side().sign() * (life.limitPx() - vwap) / life.limitPx();
    }
}
