package io.midwater.benchmark;

import static org.apache.spark.sql.functions.col;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What Spark alone needs to read a generated market's CSVs and to write them as Parquet by (security, date): its own CSV
 * source with a declared schema, one shuffle by the keys, its own zstd Parquet writer. Nothing is checked, sorted or
 * analysed.
 */
public final class SparkCsvBaseline {
    private SparkCsvBaseline() {}

    /** Arguments: market folder, output folder. */
    public static void main(String[] arguments) throws java.io.IOException {
        Path market = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        try (SparkSession spark = SparkSession.builder()
                .appName("Spark CSV baseline")
                .config("spark.ui.enabled", false)
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate()) {
            for (InputKind kind : List.of(InputKind.ORDERS, InputKind.TRADES, InputKind.QUOTES)) {
                copy(spark, kind, market, output);
            }
        }
    }

    private static void copy(SparkSession spark, InputKind kind, Path market, Path output) {
        String folder = market.resolve(kind.label()).toString();
        String[] header = spark.read().option("header", true).csv(folder).columns();
        StructType schema = new StructType();
        for (String name : header) {
            schema = schema.add(name, text(kind, name) ? DataTypes.StringType : DataTypes.LongType);
        }
        Dataset<Row> rows = spark.read().option("header", true).schema(schema).csv(folder);
        String security = column(kind, kind.securityColumn(), header);
        String date = column(kind, kind.dateColumn(), header);
        rows.repartition(col(security), col(date))
                .write()
                .partitionBy(security, date)
                .parquet(output.resolve(kind.label()).toString());
    }

    private static boolean text(InputKind kind, String name) {
        for (InputColumn column : kind.columns()) {
            if (column.name().equals(canonical(name))) {
                return switch (column.kind()) {
                    case TEXT, DATE -> true;
                    case ID, TIMESTAMP, SECURITY, INTEGER, CODE, QUANTITY, PRICE, QUOTE_PRICE, SIDE -> false;
                };
            }
        }
        return true;
    }

    private static String column(InputKind kind, int position, String[] header) {
        String wanted = kind.columns().get(position).name();
        for (String name : header) {
            if (canonical(name).equals(wanted)) {
                return name;
            }
        }
        throw new IllegalArgumentException("no column " + wanted + " in the " + kind.label());
    }

    private static String canonical(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
