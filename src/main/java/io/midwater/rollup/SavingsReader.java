package io.midwater.rollup;

import static java.util.stream.Collectors.joining;

import io.midwater.domain.table.RowGroupSink;
import io.midwater.simulation.SimulationTable;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the differences of the simulated orders to the driver, {@value SavingsSample#ROW_BYTES} bytes each, because ranks
 * and resampling need the values. Beyond the bound on rows, orders are drawn by a hash of their id: the same ones in every
 * scenario and every run.
 */
final class SavingsReader {
    private static final long HASH_RANGE = 1_000_000;
    private static final int CHUNK_ROWS = 16_384;

    private final SparkSession session;
    private final List<String> scenarios;
    private final long mostRows;

    SavingsReader(SparkSession session, List<String> scenarios, long mostRows) {
        this.session = session;
        this.scenarios = scenarios;
        this.mostRows = mostRows;
    }

    /**
     * @param samples one per scenario
     * @param sampled true where not all orders are in them
     */
    record Savings(List<SavingsSample> samples, boolean sampled) {}

    Savings read(List<String> files) {
        List<byte[]> chunks = List.of();
        boolean sampled = false;
        if (!files.isEmpty() && !scenarios.isEmpty()) {
            PublishedTables.register(session, new SimulationTable(RowGroupSink.none(), List.of()).schema(), files);
            long rows = session.sql("SELECT count(*) FROM simulation WHERE " + known())
                    .head()
                    .getLong(0);
            sampled = rows > mostRows;
            chunks = session.sql(sql(sampled ? HASH_RANGE * mostRows / rows : HASH_RANGE))
                    .mapPartitions(new Pack(), Encoders.BINARY())
                    .collectAsList();
        }
        List<SavingsSample> samples = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            samples.add(SavingsSample.of(chunks, i));
        }
        return new Savings(samples, sampled);
    }

    private String known() {
        return "savings_bps IS NOT NULL AND savings_base_value > 0 AND scenario IN ("
                + scenarios.stream().map(name -> "'" + name + "'").collect(joining(", ")) + ")";
    }

    /** What is not simulated costs the same both ways: no difference. */
    private String sql(long below) {
        String number = "CASE scenario "
                + scenarios.stream()
                        .map(name -> "WHEN '" + name + "' THEN " + scenarios.indexOf(name) + "L")
                        .collect(joining(" "))
                + " END";
        String sign = "IF(side = 'BUY', 1, -1)";
        String mid = "coalesce(simulated_quantity, 0) * (savings_base_value / scope_quantity)";
        return "SELECT " + number + " AS number, security_code, date_diff(date, DATE'1970-01-01') AS day, order_id,"
                + " survivor, savings_bps,"
                + " coalesce(1e4D * " + sign + " * (real_value - " + mid + ") / savings_base_value, 0D),"
                + " coalesce(1e4D * " + sign + " * (simulated_value - " + mid + ") / savings_base_value, 0D),"
                + " savings_base_value, arrival_spread_bps"
                + "\nFROM simulation\nWHERE " + known()
                + (below < HASH_RANGE ? " AND pmod(xxhash64(order_id), " + HASH_RANGE + "L) < " + below : "")
                + "\nDISTRIBUTE BY number SORT BY number, security_code, day, order_id";
    }

    /** Rows as bytes, some thousands in each. */
    private static final class Pack implements MapPartitionsFunction<Row, byte[]> {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Iterator<byte[]> call(Iterator<Row> rows) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public byte[] next() {
                    ByteBuffer out = ByteBuffer.allocate(CHUNK_ROWS * SavingsSample.ROW_BYTES);
                    for (int i = 0; i < CHUNK_ROWS && rows.hasNext(); i++) {
                        put(rows.next(), out);
                    }
                    return Arrays.copyOf(out.array(), out.position());
                }
            };
        }

        private static void put(Row row, ByteBuffer out) {
            out.putLong(row.getLong(0));
            out.putLong(row.getLong(1));
            out.putInt(row.getInt(2));
            out.putLong(row.getLong(3));
            out.put((byte) (row.getBoolean(4) ? 1 : 0));
            out.putDouble(row.getDouble(5));
            out.putDouble(row.getDouble(6));
            out.putDouble(row.getDouble(7));
            out.putDouble(row.getDouble(8));
            out.putDouble(row.isNullAt(9) ? Double.NaN : row.getDouble(9));
        }
    }
}
