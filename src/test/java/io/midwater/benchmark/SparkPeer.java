package io.midwater.benchmark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark's own CSV source and Parquet writer, with the columns' types declared; nothing is sorted. */
final class SparkPeer implements Peer {
    private final SparkSession spark;
    private final Path file;
    private final PeerQuery query;

    SparkPeer(Path file, PeerQuery query) {
        this.file = file;
        this.query = query;
        spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }

    @Override
    public String run(Path output) {
        String schema = OrdersColumns.names().stream()
                .map(name -> "`" + name + "` " + OrdersColumns.sqlType(name))
                .collect(Collectors.joining(", "));
        Dataset<Row> rows = spark.read()
                .option("header", true)
                .schema(schema)
                .csv(file.toString())
                .where(query.where());
        if (query == PeerQuery.Q0) {
            Column[] mixes = OrdersColumns.numbers().stream()
                    .map(name -> expr("bit_xor(" + name + ")"))
                    .toArray(Column[]::new);
            Row found = rows.agg(count(lit(1)), mixes).first();
            long[] mixed = new long[mixes.length];
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] = ((Number) found.get(i + 1)).longValue();
            }
            return PeerQuery.answer(found.getLong(0), mixed);
        }
        rows.repartition(col("security_code"), col("date"))
                .write()
                .partitionBy("security_code", "date")
                .parquet(output.toString());
        return "";
    }

    @Override
    public void close() {
        spark.stop();
    }
}
