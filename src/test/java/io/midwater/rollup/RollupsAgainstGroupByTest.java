package io.midwater.rollup;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import io.midwater.sink.AggregateTable;
import io.midwater.totals.Aggregate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one pass for all groupings against one plain groupBy, compared as data sets. */
class RollupsAgainstGroupByTest {
    private static final StructType BY_SECURITY = new StructType()
            .add("security_code", DataTypes.LongType)
            .add("orders", DataTypes.LongType)
            .add("traded_value", DataTypes.createDecimalType(38, 0))
            .add("mean_fill_ratio", DataTypes.DoubleType);

    @TempDir
    static Path directory;

    /** Its comparisons only: the session is the one that all tests here share, so its own life cycle is not used. */
    private static final class Suite extends JavaDatasetSuiteBase {
        private static final long serialVersionUID = 1;

        @Override
        public boolean enableHiveSupport() {
            return false;
        }

        @Override
        public boolean enableIcebergSupport() {
            return false;
        }
    }

    @Test
    void sameAsAPlainGroupBy() throws IOException {
        SparkSession session = LocalSpark.session();
        RandomOrders.Files files = new RandomOrders(3).write(directory, 2, 80);
        RollupOptions options =
                new RollupOptions(EnumSet.of(Aggregate.SECURITY), List.of(), List.of(), List.of(), List.of());
        AggregateTable table = new Rollups(session, options)
                .compute(files.orderSums(), List.of())
                .get(0);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            rows.add(RowFactory.create(
                    Cells.cell(table, row, "security_code"),
                    Cells.cell(table, row, "total_orders"),
                    Cells.cell(table, row, "traded_value"),
                    Cells.cell(table, row, "mean_fill_ratio")));
        }
        Dataset<Row> expected = session.read()
                .parquet(files.metrics().toArray(String[]::new))
                .groupBy("security_code")
                .agg(
                        count(lit(1)).as("orders"),
                        sum(col("traded_value").cast("decimal(28,0)")).as("traded_value"),
                        avg("fill_ratio").as("mean_fill_ratio"))
                .orderBy("security_code");
        new Suite()
                .assertDatasetApproximateEquals(
                        session.createDataFrame(expected.collectAsList(), BY_SECURITY),
                        session.createDataFrame(rows, BY_SECURITY),
                        1e-9);
    }
}
