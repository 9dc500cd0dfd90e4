package io.midwater.rollup;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.TableSchema;
import io.midwater.spark.ExactPaths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The published tables that the aggregates are made of, as Spark reads them. */
final class PublishedTables {
    private PublishedTables() {}

    /** The rows of exactly these files; a name that looks like a pattern is none. */
    static Dataset<Row> read(SparkSession session, TableSchema table, List<String> files) {
        return session.read().schema(struct(table)).parquet(ExactPaths.of(files));
    }

    /** Makes a view over exactly these files, under the table's name. */
    static void register(SparkSession session, TableSchema table, List<String> files) {
        read(session, table, files).createOrReplaceTempView(table.name());
    }

    /** The columns: from the table's own declaration, so that no file is opened to find out. */
    static StructType struct(TableSchema table) {
        StructType struct = new StructType();
        for (ColumnSpec column : table.columns()) {
            struct = struct.add(column.name(), type(column.type()), true);
        }
        return struct;
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
