package io.midwater.simulation;

import static io.midwater.domain.table.Units.FRACTION;
import static io.midwater.domain.table.Units.SHARES;

import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;

/** Table {@code replay_quality}: one row per security-day whose real dark flow was replayed. */
public final class ReplayQualityTable extends Table {
    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final LongColumn realQuantity = longs("real_quantity", SHARES, "real dark trades, each once");
    private final LongColumn simulatedQuantity = longs("simulated_quantity", SHARES, "trades of the replay");
    private final LongColumn overlapQuantity =
            longs("overlap_quantity", SHARES, "Σ over pairs of buy and sell order of the smaller of the two");
    private final DoubleColumn recall = doubles("recall", FRACTION, "overlap_quantity / real_quantity");
    private final DoubleColumn precision = doubles("precision", FRACTION, "overlap_quantity / simulated_quantity");

    public ReplayQualityTable(RowGroupSink sink) {
        super("replay_quality", sink);
    }

    public void add(SecurityDay unit, ReplayQuality quality) {
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        realQuantity.append(quality.realQuantity());
        simulatedQuantity.append(quality.simulatedQuantity());
        overlapQuantity.append(quality.overlapQuantity());
        recall.append(quality.recall());
        precision.append(quality.precision());
        endRow();
    }
}
