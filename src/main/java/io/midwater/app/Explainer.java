package io.midwater.app;

import io.midwater.app.output.FinishedOutput;
import io.midwater.control.RunManifest;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Finds an order in the newest finished run of an output and explains each of its days. */
final class Explainer {
    private Explainer() {}

    /**
     * @return without days where there is no such order
     * @throws UsageException if the output holds no finished run
     */
    static Explanation explain(String output, long orderId) throws IOException {
        try (SparkSession spark = Sessions.reader()) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            FinishedOutput finished = FinishedOutput.open(hadoop, output);
            RunManifest manifest = finished.manifest();
            OrderTables all = new OrderTables(spark, finished.layout(), manifest.units());
            List<RunManifest.Unit> units = all.unitsWith("orders", "order_id", orderId);
            if (units.isEmpty()) {
                units = all.unitsWith("trades", "orderid", orderId);
            }
            return new Explanation(
                    orderId,
                    units.stream()
                            .map(unit -> new OrderExplainer(all.of(unit), orderId, unit).explain())
                            .toList());
        }
    }
}
