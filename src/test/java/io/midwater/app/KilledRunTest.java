package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run over an older output is killed at every step of its way: while nothing is promised the older output stays as it
 * was, and running again always ends with what an uninterrupted run gives.
 */
class KilledRunTest {
    private static final String[] SETTINGS = {"output.aggregates=[global,security]", "output.formats=[parquet,csv]"};

    @TempDir
    static Path folder;

    private static KillTrial trial;

    @BeforeAll
    static void anOutputThatIsToChange() throws IOException {
        trial = new KillTrial(folder, SETTINGS);
    }

    /** A few that differ most; the others are for the night. */
    @ParameterizedTest
    @ValueSource(strings = {"UNIT_STAGED:2", "JOURNAL_STAGED:1", "FILE_PUBLISHED:7", "FILE_WITHDRAWN:2"})
    void endsAsIfUninterrupted(String fault) throws Exception {
        trial.killAndRunAgain(fault);
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIT_STAGING:1",
                "UNIT_STAGING:3",
                "UNIT_STAGED:1",
                "UNIT_CHECKED:1",
                "UNIT_CHECKED:3",
                "REJECTS_STAGED:1",
                "BOOKS_CLOSED:1",
                "AGGREGATE_STAGED:1",
                "AGGREGATE_STAGED:4",
                "RECORD_STAGED:1",
                "RECORD_STAGED:2",
                "RECORD_STAGED:3",
                "JOURNAL_WRITTEN:1",
                "FILE_PUBLISHED:1",
                "FILE_PUBLISHED:2",
                "FILE_PUBLISHED:12",
                "FILE_PUBLISHED:25",
                "FILE_PUBLISHED:38",
                "LATEST_WRITTEN:1",
                "FILE_WITHDRAWN:1",
                "FILE_WITHDRAWN:9",
                "JOURNAL_REMOVED:1"
            })
    void endsAsIfUninterruptedAtEveryOtherStep(String fault) throws Exception {
        trial.killAndRunAgain(fault);
    }

    @Tag("nightly")
    @Test
    void killedTwiceItEndsTheSame() throws Exception {
        Path output = trial.copy("FILE_PUBLISHED:3+9");
        trial.kill(output, "FILE_PUBLISHED:3");
        // The next one finishes the publication, and is killed over it.
        trial.kill(output, "FILE_PUBLISHED:9");

        trial.assertRunsAgain(output);
    }

    @Test
    void aFullDiskUnderAUnitCostsThatUnitOnly() throws Exception {
        Path output = trial.copy("UNIT_STAGING:1:full");

        assertThat(trial.run(output, "UNIT_STAGING:1:full")).isEqualTo(4);

        JsonNode units = FullRun.manifest(output).get("units");
        assertThat(units.findValuesAsText("reason")).containsOnlyOnce("WRITE_ERROR");
        assertThat(units.findValuesAsText("status")).containsOnlyOnce("failed").contains("done");
        trial.assertRunsAgain(output);
    }

    @Test
    void aFullDiskLaterChangesNothing() throws Exception {
        Path output = trial.copy("AGGREGATE_STAGED:2:full");

        assertThat(trial.run(output, "AGGREGATE_STAGED:2:full")).isEqualTo(1);

        assertThat(FullRun.hashes(output)).isEqualTo(trial.before());
        assertThat(output.resolve(".lock")).doesNotExist();
        trial.assertRunsAgain(output);
    }
}
