package io.midwater.metrics;

import static io.midwater.domain.table.Units.FRACTION;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;

import io.midwater.domain.FillSums;
import io.midwater.domain.OrderLife;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.IntColumn;
import io.midwater.domain.table.Table.LongColumn;

/** How much was filled, at what average price. */
final class FillMetrics implements MetricFamily {
    private final DoubleColumn fillRatio;
    private final DoubleColumn fillRatioInitial;
    private final IntColumn fills;
    private final LongColumn tradedQuantity;
    private final LongColumn tradedValue;
    private final DoubleColumn tradedNotional;
    private final DoubleColumn averageFillQuantity;
    private final DoubleColumn vwapPx;
    private final IntColumn continuousFills;
    private final LongColumn continuousQuantity;
    private final LongColumn continuousValue;

    FillMetrics(MetricsTable table) {
        fillRatio =
                table.real("fill_ratio", FRACTION, "matched_quantity / demand_quantity; null if nothing was demanded");
        fillRatioInitial = table.real("fill_ratio_initial", FRACTION, "min(1, matched_quantity / initial_quantity)");
        fills = table.number("fills", "filled trade legs, bookings and auctions included");
        tradedQuantity = table.whole("traded_quantity", SHARES, "Σ quantity of the filled legs on the tape");
        tradedValue = table.whole("traded_value", VALUE, "Σ price × quantity of the filled legs on the tape");
        tradedNotional = table.real(
                "traded_notional",
                "currency units",
                "traded_value / (market.price-scale, or the scale of confirmed reference data, × market.quantity-scale)");
        averageFillQuantity =
                table.real("average_fill_quantity", SHARES, "traded_quantity / fills; null without fills");
        vwapPx = table.real("vwap_px", PX, "traded_value / traded_quantity; null without fills");
        continuousFills =
                table.number("continuous_fills", "legs whose price quality is measured: lit and dark trading");
        continuousQuantity = table.whole("continuous_quantity", SHARES, "Σ quantity of the continuous legs");
        continuousValue = table.whole("continuous_value", VALUE, "Σ price × quantity of the continuous legs");
    }

    @Override
    public void add(MeasuredOrder order) {
        OrderLife life = order.life();
        FillSums sums = order.sums();
        fillRatio.append(Quotient.of(life.matchedQuantity(), life.demandQuantity()));
        fillRatioInitial.append(Math.min(1, Quotient.of(life.matchedQuantity(), life.initialQuantity())));
        fills.append(sums.count());
        tradedQuantity.append(sums.quantity());
        tradedValue.append(sums.value());
        tradedNotional.append((double) sums.value()
                / order.slice().priceScale()
                / order.slice().quantityScale());
        averageFillQuantity.append(Quotient.of(sums.quantity(), sums.count()));
        vwapPx.append(Quotient.of(sums.value(), sums.quantity()));
        continuousFills.append(order.fills());
        continuousQuantity.append(sums.continuousQuantity());
        continuousValue.append(sums.continuousValue());
    }
}
