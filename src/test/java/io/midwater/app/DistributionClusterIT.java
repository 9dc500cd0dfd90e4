package io.midwater.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;

/** The same with the Spark distribution that MIDWATER_TEST_SPARK_HOME names. */
class DistributionClusterIT extends ClusterIT {
    @Override
    String sparkHome() {
        return System.getenv("MIDWATER_TEST_SPARK_HOME");
    }

    @Override
    @BeforeAll
    void start() throws Exception {
        assumeTrue(sparkHome() != null, "skipped: MIDWATER_TEST_SPARK_HOME names no Spark distribution");
        super.start();
    }
}
