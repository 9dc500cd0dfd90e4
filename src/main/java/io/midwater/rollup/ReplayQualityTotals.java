package io.midwater.rollup;

import io.midwater.simulation.ReplayQuality;
import io.midwater.sink.AggregateColumn.Type;
import io.midwater.sink.AggregateTable;
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
    public static final List<RollupColumn> COLUMNS = List.of(
            new RollupColumn("security_code", Type.LONG, "", "order book id; null in the total"),
            new RollupColumn("date", Type.DATE, "", "business date; null in the total"),
            new RollupColumn("real_quantity", Type.LONG, SHARES, "real dark trades, each once"),
            new RollupColumn("simulated_quantity", Type.LONG, SHARES, "trades of the replay"),
            new RollupColumn("overlap_quantity", Type.LONG, SHARES, "Σ over pairs of orders of the smaller of the two"),
            new RollupColumn("recall", Type.DOUBLE, RATIO, "overlap_quantity / real_quantity"),
            new RollupColumn("precision", Type.DOUBLE, RATIO, "overlap_quantity / simulated_quantity"));

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
        return Rows.table(NAME, COLUMNS, rows);
    }

    private static List<Row> units(SparkSession session, List<String> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        session.sparkContext().setJobDescription("Adding up the quality of the replay");
        try {
            PublishedTable.REPLAY_QUALITY.register(session, files, List.of());
            return session.sql("SELECT security_code, date, real_quantity, simulated_quantity, overlap_quantity FROM "
                            + NAME + " ORDER BY security_code, date")
                    .collectAsList();
        } finally {
            session.sparkContext().setJobDescription(null);
        }
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
