package io.midwater.app;

import io.midwater.progress.RunProgress;
import io.midwater.progress.Snapshot;
import io.midwater.spark.Gauges;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** How far a run is, among Spark's metrics, for whoever watches it from outside. */
final class ProgressGauges {
    private static final String SOURCE = "run";

    private ProgressGauges() {}

    static void register(SparkSession spark, RunProgress progress) {
        Map<String, Function<Snapshot, Number>> numbers = new LinkedHashMap<>();
        numbers.put("phase", now -> now.phase().ordinal());
        numbers.put("seconds", Snapshot::seconds);
        numbers.put("seconds_left", now -> now.secondsLeft() == null ? Double.NaN : now.secondsLeft());
        numbers.put("read_bytes", Snapshot::readBytes);
        numbers.put("total_bytes", Snapshot::totalBytes);
        numbers.put("read_rows", Snapshot::readRows);
        numbers.put("kept_rows", Snapshot::keptRows);
        numbers.put("analysed_rows", Snapshot::analysedRows);
        numbers.put("units_done", Snapshot::doneUnits);
        numbers.put("units_failed", Snapshot::failedUnits);
        numbers.put("units_expected", Snapshot::expectedUnits);
        Map<String, Supplier<Number>> gauges = new LinkedHashMap<>();
        numbers.forEach((name, number) -> gauges.put(name, () -> number.apply(progress.snapshot())));
        Gauges.register(spark, SOURCE, gauges);
    }
}
