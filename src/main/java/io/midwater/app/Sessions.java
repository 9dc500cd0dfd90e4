package io.midwater.app;

import io.midwater.config.RunConfig;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session, with the settings that results or memory depend on. */
final class Sessions {
    /** A page of an earlier run that is not what was written ends the query instead of changing its sums. */
    private static final String VERIFY_PAGES = "spark.hadoop.parquet.page.verify-checksum.enabled";

    private Sessions() {}

    /** A session that only reads what was published. */
    static SparkSession reader() {
        SparkConf conf = new SparkConf().setAppName("Midwater");
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.set("spark.sql.session.timeZone", "UTC");
        conf.set("spark.sql.datetime.java8API.enabled", "true");
        conf.set(VERIFY_PAGES, "true");
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** @param master null to take what spark-submit says, or all local cores without spark-submit */
    static SparkSession open(RunConfig run, String master) {
        SparkConf conf = new SparkConf().setAppName("Midwater");
        if (master != null) {
            conf.setMaster(master);
        }
        String cores = run.parallelism() > 0 ? String.valueOf(run.parallelism()) : "*";
        conf.setIfMissing("spark.master", "local[" + cores + "]");
        if (run.parallelism() > 0 && conf.get("spark.master").startsWith("local[")) {
            conf.setMaster("local[" + cores + "]");
        }
        // The shuffle is cut by unit; merging partitions afterwards would put large security-days behind each other.
        conf.set("spark.sql.adaptive.enabled", "false");
        conf.set(VERIFY_PAGES, "true");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
