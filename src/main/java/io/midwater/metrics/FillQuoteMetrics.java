package io.midwater.metrics;

import static io.midwater.domain.table.Units.FILL_BPS;
import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;

import io.midwater.domain.QuoteHistory;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.IntColumn;
import io.midwater.domain.table.Table.LongColumn;

/**
 * Each continuous fill against the quote in force strictly before it. A fill without a usable one is left out of both
 * sides of a ratio; the shares that count are published.
 */
final class FillQuoteMetrics implements MetricFamily {
    private final IntColumn quotedFills;
    private final LongColumn quotedFillQuantity;
    private final LongColumn fillCostHalfValue;
    private final DoubleColumn fillCostBps;
    private final DoubleColumn averageSpreadBps;
    private final DoubleColumn spreadVolatilityBps;
    private final DoubleColumn priceVolatilityBps;
    private final DoubleColumn firstFillMidPx;
    private final DoubleColumn lastFillMidPx;
    private final DoubleColumn marketDriftBps;
    private final DoubleColumn fillDriftBps;
    private final SampleDeviation spreads = new SampleDeviation();
    private final SampleDeviation prices = new SampleDeviation();

    FillQuoteMetrics(MetricsTable table) {
        quotedFills = table.number(
                "quoted_fills", "continuous fills with a usable quote in force before them: n of the next columns");
        quotedFillQuantity = table.whole("quoted_fill_quantity", SHARES, "their shares");
        fillCostHalfValue = table.whole(
                "fill_cost_half_value",
                HALF_VALUE,
                "Σ S × (2 price − (bid + offer) before the fill) × quantity over quoted_fill_quantity; null without");
        fillCostBps = table.real(
                "fill_cost_bps",
                FILL_BPS,
                "S × (price − mid before the fill) / that mid, share-weighted; cost positive; 0 by construction for"
                        + " trades at the midpoint");
        averageSpreadBps =
                table.real("avg_execution_spread_bps", FILL_BPS, "(offer − bid) / mid before the fill, share-weighted");
        spreadVolatilityBps = table.real(
                "spread_volatility_bps",
                FILL_BPS,
                "sample standard deviation (n − 1) of the spreads before the fills; null below two");
        priceVolatilityBps = table.real(
                "price_volatility_bps",
                "bps of continuous vwap",
                "sample standard deviation (n − 1) of the continuous fill prices; null below two");
        firstFillMidPx = table.real(
                "first_fill_mid_px", PX, "mid in force before the first continuous fill; null where not usable");
        lastFillMidPx = table.real(
                "last_fill_mid_px", PX, "mid in force before the last continuous fill; null where not usable");
        marketDriftBps = table.real(
                "market_drift_bps",
                MID_BPS,
                "S × (last_fill_mid_px − arrival_mid_px) / arrival_mid_px; positive: the market moved against the order");
        fillDriftBps = table.real(
                "fill_drift_bps",
                "bps of first_fill_mid_px",
                "S × (last_fill_mid_px − first_fill_mid_px) / first_fill_mid_px; positive: against the order");
    }

    @Override
    public void add(MeasuredOrder order) {
        QuoteHistory quotes = order.slice().quotes();
        spreads.clear();
        prices.clear();
        int quoted = 0;
        long shares = 0;
        long costHalf = 0;
        double cost = 0;
        double spread = 0;
        for (int fill = 0; fill < order.fills(); fill++) {
            prices.add(order.price(fill));
            int index = order.quoteBefore(fill);
            if (!quotes.usable(index)) {
                continue;
            }
            long quantity = order.quantity(fill);
            long mid2 = quotes.mid2(index);
            long above = order.sign() * (2 * order.price(fill) - mid2);
            double spreadBps = Quotient.bps(2 * (quotes.offer(index) - quotes.bid(index)), mid2);
            quoted++;
            shares += quantity;
            costHalf = Math.addExact(costHalf, Math.multiplyExact(above, quantity));
            cost += quantity * Quotient.bps(above, mid2);
            spread += quantity * spreadBps;
            spreads.add(spreadBps);
        }
        quotedFills.append(quoted);
        quotedFillQuantity.append(shares);
        if (shares == 0) {
            fillCostHalfValue.appendNull();
        } else {
            fillCostHalfValue.append(costHalf);
        }
        fillCostBps.append(cost / shares);
        averageSpreadBps.append(spread / shares);
        spreadVolatilityBps.append(spreads.value());
        double vwap = Quotient.of(order.sums().continuousValue(), order.sums().continuousQuantity());
        priceVolatilityBps.append(vwap > 0 ? Quotient.BPS * prices.value() / vwap : Double.NaN);
        drift(order, quotes);
    }

    private void drift(MeasuredOrder order, QuoteHistory quotes) {
        double first = order.fills() == 0 ? Double.NaN : mid(quotes, order.quoteBefore(0));
        double last = order.fills() == 0 ? Double.NaN : mid(quotes, order.quoteBefore(order.fills() - 1));
        double arrival = order.quote() == null ? Double.NaN : order.quote().mid2() / 2.0;
        firstFillMidPx.append(first);
        lastFillMidPx.append(last);
        marketDriftBps.append(Quotient.BPS * order.sign() * (last - arrival) / arrival);
        fillDriftBps.append(Quotient.BPS * order.sign() * (last - first) / first);
    }

    private static double mid(QuoteHistory quotes, int index) {
        return quotes.usable(index) ? quotes.mid2(index) / 2.0 : Double.NaN;
    }
}
