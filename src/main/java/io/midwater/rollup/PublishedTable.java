package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.TableSchema;
import io.midwater.simulation.ReplayQualityTable;
import io.midwater.simulation.SimulationTable;
import io.midwater.spark.ExactPaths;
import io.midwater.totals.SumsTable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The published tables that the aggregates are made of, as views of a session. */
enum PublishedTable {
    ORDER_SUMS(SumsTable.ofOrders(group -> {}, List.of()).schema()),
    SCENARIO_SUMS(SumsTable.ofScenarios(group -> {}, List.of()).schema()),
    SIMULATION(new SimulationTable(group -> {}, List.of()).schema()),
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
     * @param horizons labels of the markout horizons, which name columns of {@code order_sums}
     */
    StructType struct(List<String> horizons) {
        return fields(columns(horizons));
    }

    private static StructType fields(List<ColumnSpec> columns) {
        StructType struct = new StructType();
        for (ColumnSpec column : columns) {
            struct = struct.add(column.name(), type(column.type()), true);
        }
        return struct;
    }

    /** Makes a view of a table whose columns follow from the configuration, under its name, over exactly these files. */
    static void register(SparkSession session, TableSchema schema, List<String> files) {
        session.read()
                .schema(fields(schema.columns()))
                .parquet(ExactPaths.of(files))
                .createOrReplaceTempView(schema.name());
    }

    private List<ColumnSpec> columns(List<String> horizons) {
        return switch (this) {
            case ORDER_SUMS ->
                SumsTable.ofOrders(group -> {}, horizons).schema().columns();
            case SCENARIO_SUMS ->
                SumsTable.ofScenarios(group -> {}, horizons).schema().columns();
            case SIMULATION, REPLAY_QUALITY -> schema.columns();
        };
    }

    /** Makes the view over exactly these files; a name that looks like a pattern is none. */
    void register(SparkSession session, List<String> files, List<String> horizons) {
        read(session, files, horizons).createOrReplaceTempView(view());
    }

    /** The rows of exactly these files. */
    Dataset<Row> read(SparkSession session, List<String> files, List<String> horizons) {
        return session.read().schema(struct(horizons)).parquet(ExactPaths.of(files));
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
            case DECIMAL_38_0 -> DataTypes.createDecimalType(38, 0);
            case DECIMAL_38_12 -> DataTypes.createDecimalType(38, 12);
            case BINARY -> DataTypes.BinaryType;
        };
    }
}
