package io.midwater.metrics;

import static io.midwater.domain.table.RowGroup.NULL;
import static io.midwater.domain.table.Units.NS;

import io.midwater.domain.FillClass;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderLife;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;

/** How long it took. A fill before the arrival is a fault of the data: null, not 0. */
final class TimeMetrics implements MetricFamily {
    private final LongColumn timeToFirstFillNs;
    private final LongColumn timeToCompletionNs;
    private final LongColumn lifetimeNs;
    private final LongColumn executionDurationNs;
    private final LongColumn totalDurationNs;
    private final DoubleColumn timeBetweenFillsNs;
    private final DoubleColumn weightedFillTimeNs;

    TimeMetrics(MetricsTable table) {
        timeToFirstFillNs =
                table.whole("time_to_first_fill_ns", NS, "first fill − arrival; null without fills or where negative");
        timeToCompletionNs = table.whole("time_to_completion_ns", NS, "completion − arrival; null unless full");
        lifetimeNs = table.whole("lifetime_ns", NS, "end_ns − arrival_ns of classified; null where negative");
        executionDurationNs = table.whole("execution_duration_ns", NS, "last fill − first fill");
        totalDurationNs = table.whole("total_duration_ns", NS, "last fill − arrival; null where a fill is earlier");
        timeBetweenFillsNs =
                table.real("time_between_fills_ns", NS, "execution_duration_ns / (fills − 1); null below two fills");
        weightedFillTimeNs = table.real(
                "weighted_fill_time_ns",
                NS,
                "Σ quantity × (fill − arrival) / traded_quantity; null where a fill is earlier");
    }

    @Override
    public void add(MeasuredOrder order) {
        OrderLife life = order.life();
        FillSums sums = order.sums();
        boolean filled = sums.count() > 0;
        boolean ordered = filled && !sums.beforeArrival();
        boolean completed = life.fillClass() == FillClass.FULL && life.completionNs() != NULL;
        timeToFirstFillNs.append(ordered ? sums.firstNs() - life.arrivalNs() : NULL);
        timeToCompletionNs.append(
                completed && life.completionNs() >= life.arrivalNs() ? life.completionNs() - life.arrivalNs() : NULL);
        lifetimeNs.append(life.endNs() >= life.arrivalNs() ? life.endNs() - life.arrivalNs() : NULL);
        executionDurationNs.append(filled ? sums.lastNs() - sums.firstNs() : NULL);
        totalDurationNs.append(ordered ? sums.lastNs() - life.arrivalNs() : NULL);
        timeBetweenFillsNs.append(
                sums.count() > 1 ? (double) (sums.lastNs() - sums.firstNs()) / (sums.count() - 1) : Double.NaN);
        weightedFillTimeNs.append(ordered ? sums.weightedTimeNs() / sums.quantity() : Double.NaN);
    }
}
