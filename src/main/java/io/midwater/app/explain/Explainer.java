package io.midwater.app.explain;

import io.midwater.app.output.FinishedOutput;
import io.midwater.app.output.UsageException;
import io.midwater.control.RunManifest;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Finds an order in the newest run of a finished output and explains each of its days. */
public final class Explainer {
    private Explainer() {}

    /**
     * The whole answer.
     *
     * @return without days where there is no such order
     * @throws UsageException if the manifest cannot be read
     */
    public static Explanation explain(SparkSession spark, FinishedOutput finished, long orderId) throws IOException {
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
