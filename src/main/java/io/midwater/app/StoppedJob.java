package io.midwater.app;

import io.midwater.feed.InputException;
import java.time.Duration;
import org.apache.spark.SparkException;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.sql.SparkSession;

/** A Spark job that ended early: we stopped it, or it failed. */
final class StoppedJob {
    private StoppedJob() {}

    /**
     * Waits for its tasks, then throws the error that says why it failed; returns where we stopped it.
     *
     * @param error what the job ended with
     * @param outcomes know whether and why we stopped it
     */
    static void settle(SparkSession spark, Exception error, Outcomes outcomes) {
        awaitTasks(spark);
        if (!(error instanceof SparkException)) {
            throw error instanceof RuntimeException e ? e : new IllegalStateException(error);
        }
        if (outcomes.stop() != null) {
            return;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException e) {
                throw e;
            }
        }
        throw new IllegalStateException("the Spark job failed: " + error.getMessage(), error);
    }

    /** They would still write to staging. What is not done after a while is left. */
    private static void awaitTasks(SparkSession spark) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            // What is running is heard of a little late.
            Thread.sleep(300);
            while (running(spark) > 0 && System.nanoTime() < patience) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int running(SparkSession spark) {
        int tasks = 0;
        for (SparkExecutorInfo executor : spark.sparkContext().statusTracker().getExecutorInfos()) {
            tasks += executor.numRunningTasks();
        }
        return tasks;
    }
}
