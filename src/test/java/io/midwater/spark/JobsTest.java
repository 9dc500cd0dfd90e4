package io.midwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What the Spark UI calls a job. */
class JobsTest {
    private static final String DESCRIPTION = "spark.job.description";

    @Test
    void jobsHaveTheNameWhileTheActionRunsHoweverItEnds() {
        SparkContext context = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()
                .sparkContext();

        assertThat(Jobs.described(context, "Adding up", () -> context.getLocalProperty(DESCRIPTION)))
                .isEqualTo("Adding up");
        assertThat(context.getLocalProperty(DESCRIPTION)).isNull();

        assertThatThrownBy(() -> Jobs.described(context, "Failing", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(context.getLocalProperty(DESCRIPTION)).isNull();
    }
}
