package io.midwater.spark;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.metrics.source.Source;
import org.apache.spark.sql.SparkSession;

/** Numbers of the driver beside Spark's own metrics, wherever the session's sinks send these. */
public final class Gauges implements Source {
    private final String name;
    private final MetricRegistry registry = new MetricRegistry();

    private Gauges(String name) {
        this.name = name;
    }

    /**
     * Shows numbers until the session ends.
     *
     * @param name of them all, the part of their names between {@code driver} and their own
     * @param numbers by name; asked by other threads
     */
    public static void register(SparkSession spark, String name, Map<String, Supplier<Number>> numbers) {
        Gauges gauges = new Gauges(name);
        numbers.forEach((key, number) -> gauges.registry.register(key, (Gauge<Number>) number::get));
        spark.sparkContext().env().metricsSystem().registerSource(gauges);
    }

    @Override
    public String sourceName() {
        return name;
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }
}
