package io.midwater.app;

import io.midwater.domain.InputKind;
import io.midwater.domain.MarketRules;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.BlockSchemas;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What every unit's task has to know.
 *
 * @param scales where a unit's price scale may be another than that of the market
 * @param timeoutNs a unit that works longer fails
 * @param maxSliceBytes most bytes of blocks that a slice may be made of
 * @param csv write the CSV tree too
 */
record UnitJob(
        MarketRules market, PriceScales scales, SliceAnalysis analysis, long timeoutNs, long maxSliceBytes, boolean csv)
        implements Serializable {

    /** How the blocks of each kind are coded. */
    Map<InputKind, TableSchema> schemas() {
        Map<InputKind, TableSchema> schemas = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            schemas.put(kind, BlockSchemas.of(kind));
        }
        return schemas;
    }
}
