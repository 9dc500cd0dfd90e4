package io.midwater.rollup;

import io.midwater.classification.ClassifiedTable;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.TableSchema;
import io.midwater.metrics.MetricsOptions;
import io.midwater.metrics.MetricsOptions.Horizon;
import io.midwater.metrics.MetricsTable;
import io.midwater.simulation.ReplayQualityTable;
import io.midwater.simulation.SimulationTable;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The published tables that the aggregates are made of, as views of a session. */
enum PublishedTable {
    CLASSIFIED(new ClassifiedTable(group -> {}).schema()),
    METRICS(new MetricsTable(group -> {}, new MetricsOptions(List.of(), 0)).schema()),
    SIMULATION(new SimulationTable(group -> {}).schema()),
    REPLAY_QUALITY(new ReplayQualityTable(group -> {}).schema());

    private final TableSchema schema;

    PublishedTable(TableSchema schema) {
        this.schema = schema;
    }

    /** The view's name. */
    String view() {
        return schema.name();
    }

    /**
     * The columns as Spark reads them: from the table's own declaration, so that no file is opened to find out.
     *
     * @param horizons labels of the markout horizons, which name columns of {@code metrics}
     */
    StructType struct(List<String> horizons) {
        StructType struct = new StructType();
        for (ColumnSpec column : columns(horizons)) {
            struct = struct.add(column.name(), type(column.type()), true);
        }
        return struct;
    }

    private List<ColumnSpec> columns(List<String> horizons) {
        if (this != METRICS || horizons.isEmpty()) {
            return schema.columns();
        }
        List<Horizon> named =
                horizons.stream().map(label -> new Horizon(label, 0)).toList();
        return new MetricsTable(group -> {}, new MetricsOptions(named, 0))
                .schema()
                .columns();
    }

    /** Makes the view over exactly these files; their names are taken as they are, without patterns. */
    void register(SparkSession session, List<String> files, List<String> horizons) {
        session.read()
                .schema(struct(horizons))
                .option("__globPaths__", "false")
                .parquet(files.toArray(String[]::new))
                .createOrReplaceTempView(view());
    }

    /** Without markouts. */
    StructType struct() {
        return struct(List.of());
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case LONG -> DataTypes.LongType;
            case INT -> DataTypes.IntegerType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case DOUBLE -> DataTypes.DoubleType;
            case TEXT -> DataTypes.StringType;
        };
    }
}
