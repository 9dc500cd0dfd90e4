package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as {@link KilledRunTest} where dates are published: both dates of the trial change, one has a unit less. */
class KilledPackingTest {
    @TempDir
    static Path folder;

    private static KillTrial trial;

    @BeforeAll
    static void anOutputThatIsToChange() throws IOException {
        trial = new KillTrial(folder, "output.layout=date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PACK_STAGING:2", "FILE_PUBLISHED:7"})
    void endsAsIfUninterrupted(String fault) throws Exception {
        trial.killAndRunAgain(fault);
    }

    /** Eighteen packs are written, and then the books of rejects and run are published with them. */
    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIT_STAGED:2",
                "PACK_STAGING:1",
                "PACK_STAGED:1",
                "PACK_STAGED:9",
                "PACK_STAGED:18",
                "BOOKS_CLOSED:1",
                "JOURNAL_STAGED:1",
                "JOURNAL_WRITTEN:1",
                "FILE_PUBLISHED:1",
                "FILE_PUBLISHED:18",
                "LATEST_WRITTEN:1",
                "JOURNAL_REMOVED:1"
            })
    void endsAsIfUninterruptedAtEveryOtherStep(String fault) throws Exception {
        trial.killAndRunAgain(fault);
    }

    @Tag("nightly")
    @Test
    void aFullDiskWhilePackingChangesNothing() throws Exception {
        Path output = trial.copy("PACK_STAGING:3:full");

        assertThat(trial.run(output, "PACK_STAGING:3:full")).isEqualTo(1);

        assertThat(FullRun.hashes(output)).isEqualTo(trial.before());
        assertThat(output.resolve(".lock")).doesNotExist();
        trial.assertRunsAgain(output);
    }
}
