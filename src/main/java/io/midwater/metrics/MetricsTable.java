package io.midwater.metrics;

import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import java.util.List;

/**
 * Table {@code metrics}: how each order was executed. Cost positive is bad, improvement positive is good. A value that
 * cannot be computed is null, never 0. Every ratio stands beside the exact integer sums that it comes from; those
 * named half_value are price units × 2 × quantity units, the scale in which a midpoint is an integer. S is +1 for a buy and
 * −1 for a sell.
 *
 * <p>Effective and realized spread, price improvement: 17 CFR 242.600(b). Implementation shortfall: A. Perold, The
 * Implementation Shortfall: Paper versus Reality, Journal of Portfolio Management 14(3), 1988.
 */
public final class MetricsTable extends Table {
    private final List<MetricFamily> families;

    /** @param options the markout horizons name columns */
    public MetricsTable(RowGroupSink sink, MetricsOptions options) {
        super("metrics", sink);
        families = List.of(
                new OrderKeys(this),
                new FillMetrics(this),
                new ArrivalMetrics(this),
                new ArrivalCostMetrics(this),
                new MarkoutMetrics(this, options.horizons()),
                new FillQuoteMetrics(this),
                new ImprovementMetrics(this),
                new MarketVwapMetrics(this),
                new ShortfallMetrics(this, options.feeBps()),
                new TimeMetrics(this),
                new VenueMetrics(this));
    }

    void add(MeasuredOrder order) {
        for (MetricFamily family : families) {
            family.add(order);
        }
        endRow();
    }

    LongColumn whole(String name, String unit, String description) {
        return longs(name, unit, description);
    }

    IntColumn number(String name, String description) {
        return ints(name, "", description);
    }

    DoubleColumn real(String name, String unit, String description) {
        return doubles(name, unit, description);
    }

    BooleanColumn flag(String name, String description) {
        return booleans(name, description);
    }

    DateColumn day(String name, String description) {
        return dates(name, description);
    }

    TextColumn text(String name, String description) {
        return texts(name, description);
    }
}
