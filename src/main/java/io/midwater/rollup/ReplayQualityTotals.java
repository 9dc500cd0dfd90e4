package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.simulation.ReplayQuality;
import io.midwater.simulation.ReplayQualityTable;
import io.midwater.sink.AggregateTable;
import io.midwater.spark.Jobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The aggregate {@code replay_quality}: every unit's row in order, then the total with no key. */
public final class ReplayQualityTotals {
    public static final String NAME = "replay_quality";
    private static final String SHARES = "shares";
    private static final String RATIO = "0..1";
    /** Its columns, for the data dictionary. */
    public static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("security_code", ColumnType.LONG, "", "order book id; null in the total"),
            new ColumnSpec("date", ColumnType.DATE, "", "business date; null in the total"),
            new ColumnSpec("real_quantity", ColumnType.LONG, SHARES, "real dark trades, each once"),
            new ColumnSpec("simulated_quantity", ColumnType.LONG, SHARES, "trades of the replay"),
            new ColumnSpec(
                    "overlap_quantity", ColumnType.LONG, SHARES, "Σ over pairs of orders of the smaller of the two"),
            new ColumnSpec("recall", ColumnType.DOUBLE, RATIO, "overlap_quantity / real_quantity"),
            new ColumnSpec("precision", ColumnType.DOUBLE, RATIO, "overlap_quantity / simulated_quantity"));

    private ReplayQualityTotals() {}

    /** @param files the Parquet files of table {@code replay_quality}: every published unit once */
    public static AggregateTable of(SparkSession session, List<String> files) {
        SparkSession own = session.newSession();
        own.conf().set("spark.sql.datetime.java8API.enabled", "true");
        List<Object[]> rows = new ArrayList<>();
        ReplayQuality total = new ReplayQuality(0, 0, 0);
        for (Row unit : units(own, files)) {
            ReplayQuality quality = new ReplayQuality(unit.getLong(2), unit.getLong(3), unit.getLong(4));
            rows.add(row(unit.getLong(0), unit.getAs(1), quality));
            total = total.plus(quality);
        }
        rows.add(row(null, null, total));
        return new AggregateTable(NAME, COLUMNS, rows);
    }

    private static List<Row> units(SparkSession session, List<String> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        return Jobs.described(session.sparkContext(), "Adding up the quality of the replay", () -> {
            PublishedTables.register(session, new ReplayQualityTable(RowGroupSink.none()).schema(), files);
            return session.sql("SELECT security_code, date, real_quantity, simulated_quantity, overlap_quantity FROM "
                            + NAME + " ORDER BY security_code, date")
                    .collectAsList();
        });
    }

    private static Object[] row(Long security, LocalDate date, ReplayQuality quality) {
        return new Object[] {
            security,
            date,
            quality.realQuantity(),
            quality.simulatedQuantity(),
            quality.overlapQuantity(),
            quality.recall(),
            quality.precision()
        };
    }
}
