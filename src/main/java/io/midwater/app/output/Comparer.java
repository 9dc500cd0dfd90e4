package io.midwater.app.output;

import io.midwater.audit.Comparison;
import io.midwater.audit.OutputComparison;
import io.midwater.control.RunManifest;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Compares the newest finished runs of two outputs. Starts no Spark session. */
public final class Comparer {
    private Comparer() {}

    /**
     * How they differ, if they do, and why they probably do.
     *
     * @throws UsageException if one of them holds no finished run, or cannot be read
     */
    public static Comparison compare(String first, String second) throws IOException {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        FinishedOutput one = FinishedOutput.open(hadoop, first);
        FinishedOutput two = FinishedOutput.open(hadoop, second);
        RunManifest left = one.manifest();
        RunManifest right = two.manifest();
        Comparison comparison;
        try {
            comparison = new OutputComparison(hadoop, one.layout(), two.layout()).compare(left, right);
        } catch (IOException | RuntimeException e) {
            throw new UsageException(
                    "a table cannot be read: "
                            + e.toString().lines().findFirst().orElse("")
                            + "\nscripts/midwater verify --output DIR says which of the two is damaged",
                    e);
        }
        return comparison.withReasons(LikelyReasons.of(comparison, left, right));
    }
}
