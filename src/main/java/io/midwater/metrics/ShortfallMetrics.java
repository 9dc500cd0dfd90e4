package io.midwater.metrics;

import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.OrderLife;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.Slice;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;

/**
 * What the order cost against its arrival midpoint, the unfilled part included at the midpoint when it ended (A. Perold,
 * The Implementation Shortfall: Paper versus Reality, Journal of Portfolio Management 14(3), 1988). Quantity filled other
 * than in continuous trading is neither charged nor called unfilled.
 */
final class ShortfallMetrics implements MetricFamily {
    private static final String DEMAND_BPS = "bps of arrival mid × (continuous + unfilled quantity)";

    private final double feeBps;
    private final LongColumn unfilledQuantity;
    private final DoubleColumn endMidPx;
    private final LongColumn opportunityCostHalfValue;
    private final LongColumn shortfallBaseHalfValue;
    private final DoubleColumn feesValue;
    private final DoubleColumn opportunityCostBps;
    private final DoubleColumn shortfallBps;

    ShortfallMetrics(MetricsTable table, double feeBps) {
        this.feeBps = feeBps;
        unfilledQuantity = table.whole(
                "unfilled_quantity",
                SHARES,
                "demand_quantity − traded_quantity; null where the tape has more than was demanded");
        endMidPx = table.real(
                "end_mid_px",
                PX,
                "mid in force when the order ended, or the last of continuous trading where it outlived it; null where"
                        + " not usable");
        opportunityCostHalfValue = table.whole(
                "opportunity_cost_half_value",
                HALF_VALUE,
                "unfilled_quantity × S × 2 (end_mid_px − arrival_mid_px); 0 where nothing is unfilled; cost positive");
        shortfallBaseHalfValue = table.whole(
                "shortfall_base_half_value",
                HALF_VALUE,
                "(bid + offer) at arrival × (continuous_quantity + unfilled_quantity)");
        feesValue = table.real("fees_value", VALUE, "metrics.fee-bps of continuous_value");
        opportunityCostBps = table.real(
                "opportunity_cost_bps", DEMAND_BPS, "opportunity_cost_half_value / shortfall_base_half_value");
        shortfallBps = table.real(
                "implementation_shortfall_bps",
                DEMAND_BPS,
                "(arrival_cost_half_value + opportunity_cost_half_value + 2 × fees_value) / shortfall_base_half_value;"
                        + " cost positive; null without arrival quote, end mid or anything to trade continuously");
    }

    @Override
    public void add(MeasuredOrder order) {
        ArrivalQuote quote = order.quote();
        long filled = order.sums().continuousQuantity();
        long unfilled = order.life().demandQuantity() - order.sums().quantity();
        int end = endQuote(order.slice(), order.life());
        QuoteHistory quotes = order.slice().quotes();
        boolean ended = quotes.usable(end);
        double fees = feeBps / Quotient.BPS * order.sums().continuousValue();
        endMidPx.append(ended ? quotes.mid2(end) / 2.0 : Double.NaN);
        feesValue.append(fees);
        if (unfilled < 0) {
            unfilledQuantity.appendNull();
        } else {
            unfilledQuantity.append(unfilled);
        }
        if (quote == null || unfilled < 0 || filled + unfilled == 0 || unfilled > 0 && !ended) {
            opportunityCostHalfValue.appendNull();
            shortfallBaseHalfValue.appendNull();
            opportunityCostBps.appendNull();
            shortfallBps.appendNull();
            return;
        }
        long filledBase = Math.multiplyExact(quote.mid2(), filled);
        long base = Math.addExact(filledBase, Math.multiplyExact(quote.mid2(), unfilled));
        long execution = order.sign()
                * Math.subtractExact(Math.multiplyExact(2, order.sums().continuousValue()), filledBase);
        long opportunity =
                unfilled == 0 ? 0 : order.sign() * Math.multiplyExact(quotes.mid2(end) - quote.mid2(), unfilled);
        opportunityCostHalfValue.append(opportunity);
        shortfallBaseHalfValue.append(base);
        opportunityCostBps.append(Quotient.bps(opportunity, base));
        shortfallBps.append(Quotient.BPS * ((Math.addExact(execution, opportunity) + 2 * fees) / base));
    }

    private static int endQuote(Slice slice, OrderLife life) {
        return life.endNs() < slice.session().closeNs()
                ? slice.quotes().at(life.endNs())
                : slice.quotes().before(slice.session().closeNs());
    }
}
