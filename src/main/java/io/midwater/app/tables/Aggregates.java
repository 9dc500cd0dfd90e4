package io.midwater.app.tables;

import io.midwater.config.MidwaterConfig;
import io.midwater.control.FaultPoint;
import io.midwater.control.RunManifest;
import io.midwater.control.WrittenTable;
import io.midwater.domain.Bucket;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.rollup.ReplayQualityTotals;
import io.midwater.rollup.RollupOptions;
import io.midwater.rollup.Rollups;
import io.midwater.rollup.Rule605Summary;
import io.midwater.rollup.ScenarioStatistics;
import io.midwater.simulation.Scenario;
import io.midwater.sink.AggregateTable;
import io.midwater.sink.AggregateTableWriter;
import io.midwater.sink.OutputLayout;
import io.midwater.totals.Aggregate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Computes the aggregates from the units of a manifest. */
public final class Aggregates {
    private static final String GLOBAL_SUMMARY = "global_summary";

    /** What is computed together, in the order in which it is written. */
    enum Part {
        ROLLUPS,
        STATISTICS,
        REPLAY_QUALITY,
        RULE605
    }

    private final SparkSession spark;
    private final MidwaterConfig config;
    private final OutputLayout layout;
    private final UnaryOperator<String> places;

    /** @param places where the file of a path relative to the output lies now */
    public Aggregates(SparkSession spark, MidwaterConfig config, OutputLayout layout, UnaryOperator<String> places) {
        this.spark = spark;
        this.config = config;
        this.layout = layout;
        this.places = places;
    }

    /** Writes them to staging. */
    public List<WrittenTable> stage(RunManifest manifest) throws IOException {
        List<AggregateTable> tables = new ArrayList<>();
        for (Part part : parts(config)) {
            tables.addAll(compute(part, manifest));
        }
        OutputLayout staging = layout.staging(manifest.runId(), "aggregates");
        AggregateTableWriter writer =
                new AggregateTableWriter(spark.sparkContext().hadoopConfiguration());
        List<WrittenTable> written = new ArrayList<>();
        for (AggregateTable table : tables) {
            written.add(
                    staging.written(table.name(), writer.writeParquet(staging.aggregateParquet(table.name()), table)));
            Path csv = staging.aggregateCsv(table.name());
            boolean single = table.name().equals(GLOBAL_SUMMARY);
            written.add(staging.written(
                    table.name(), single ? writer.writeMetrics(csv, table) : writer.writeCsv(csv, table)));
            FaultPoint.AGGREGATE_STAGED.reached();
        }
        return written;
    }

    private List<AggregateTable> compute(Part part, RunManifest manifest) {
        return switch (part) {
            case ROLLUPS ->
                new Rollups(spark, options(config))
                        .compute(paths(manifest, "order_sums"), paths(manifest, "scenario_sums"));
            case STATISTICS ->
                new ScenarioStatistics(spark, options(config).scenarios()).compute(paths(manifest, "simulation"));
            case REPLAY_QUALITY -> List.of(ReplayQualityTotals.of(spark, paths(manifest, "replay_quality")));
            case RULE605 -> List.of(rule605(config).of(spark, paths(manifest, "rule605_sums")));
        };
    }

    /** What a run with this configuration publishes. */
    static Set<Part> parts(MidwaterConfig config) {
        Set<Part> parts = EnumSet.of(Part.ROLLUPS);
        if (config.output().aggregates().contains(Aggregate.SCENARIO)) {
            parts.add(Part.STATISTICS);
        }
        if (config.simulation().validate()) {
            parts.add(Part.REPLAY_QUALITY);
        }
        if (config.output().aggregates().contains(Aggregate.RULE605)) {
            parts.add(Part.RULE605);
        }
        return parts;
    }

    /** The columns of a part's tables, by table. */
    static Map<String, List<ColumnSpec>> columns(Part part, MidwaterConfig config) {
        return switch (part) {
            case ROLLUPS -> Rollups.dictionary(options(config));
            case STATISTICS -> ScenarioStatistics.dictionary();
            case REPLAY_QUALITY -> Map.of(ReplayQualityTotals.NAME, ReplayQualityTotals.COLUMNS);
            case RULE605 -> Map.of(Rule605Summary.NAME, rule605(config).columns());
        };
    }

    /** What is aggregated under a configuration. */
    static RollupOptions options(MidwaterConfig config) {
        return new RollupOptions(
                config.output().aggregates(),
                names(config.classification().timeOfDayBuckets()),
                names(config.classification().sizeBuckets()),
                Arrays.stream(Scenario.values())
                        .filter(config.simulation().scenarios()::contains)
                        .map(Scenario::label)
                        .toList(),
                config.metrics().labels());
    }

    /** The aggregate of that name under a configuration. */
    private static Rule605Summary rule605(MidwaterConfig config) {
        List<Long> bounds = config.metrics().rule605().notionalFrom();
        return new Rule605Summary(
                config.metrics().rule605().timeClasses(), config.metrics().labels(), bounds.get(bounds.size() - 1));
    }

    private static List<String> names(List<Bucket> buckets) {
        return buckets.stream().map(Bucket::name).toList();
    }

    private List<String> paths(RunManifest manifest, String table) {
        return manifest.paths(table).stream().map(places).toList();
    }
}
