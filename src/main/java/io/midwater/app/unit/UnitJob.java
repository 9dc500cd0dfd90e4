package io.midwater.app.unit;

import io.midwater.config.MidwaterConfig;
import io.midwater.config.OutputConfig;
import io.midwater.config.SelectConfig;
import io.midwater.domain.InputKind;
import io.midwater.domain.MarketRules;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.BlockSchemas;
import io.midwater.totals.Aggregate;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * What every unit's task has to know.
 *
 * @param scales where a unit's price scale may be another than that of the market
 * @param timeoutNs a unit that works longer fails
 * @param maxSliceBytes most bytes of blocks that a slice may be made of
 * @param csv write the CSV tree too
 */
public record UnitJob(
        MarketRules market, PriceScales scales, SliceAnalysis analysis, long timeoutNs, long maxSliceBytes, boolean csv)
        implements Serializable {

    /**
     * The job of a configuration.
     *
     * @param work what to do with a slice instead of its analysis, which is given
     */
    public static UnitJob of(
            MidwaterConfig config, PriceScales scales, UnaryOperator<SliceAnalysis> work, SparkSession spark) {
        SelectConfig select = config.select();
        OrderSelection selection = new OrderSelection(
                select.participants().stream().map(Integer::longValue).collect(Collectors.toSet()),
                select.hoursFrom() == null ? 0 : select.hoursFrom().toNanoOfDay(),
                select.hoursTo() == null ? Long.MAX_VALUE : select.hoursTo().toNanoOfDay());
        return new UnitJob(
                config.market().rules(),
                scales,
                work.apply(new UnitAnalysis(
                        selection,
                        config.classification(),
                        config.metrics(),
                        config.simulation(),
                        config.output().aggregates().contains(Aggregate.RULE605))),
                config.run().unitTimeout().toNanos(),
                config.run().maxSliceMemory().limit(executorHeap(spark)),
                config.output().formats().contains(OutputConfig.Format.CSV));
    }

    private static long executorHeap(SparkSession spark) {
        return spark.sparkContext().isLocal()
                ? Runtime.getRuntime().maxMemory()
                : spark.sparkContext().executorMemory() * (1L << 20);
    }

    /** How the blocks of each kind are coded. */
    Map<InputKind, TableSchema> schemas() {
        Map<InputKind, TableSchema> schemas = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            schemas.put(kind, BlockSchemas.of(kind));
        }
        return schemas;
    }
}
