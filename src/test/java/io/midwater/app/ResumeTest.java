package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after runs: whatever came before, the end is what one uninterrupted run gives. */
class ResumeTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";
    private static final long HUGE = 4_000_000_000_000_000_000L;

    @TempDir
    private Path folder;

    private SmallInput input;

    @BeforeEach
    void oneDay() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("day1.csv", seven[0], nine[0]);
        input.trades("day1.csv", seven[1], nine[1]);
    }

    @Test
    void nothingNewIsNothingToDo() throws IOException {
        assertThat(input.run().code()).isZero();
        SortedMap<String, String> first = FullRun.hashes(input.output());
        Path run = FullRun.newest(input.output());

        FullRun again = input.run();

        assertThat(again.code()).isZero();
        assertThat(again.err())
                .contains("nothing to do: inputs, configuration and version are those of run " + run.getFileName());
        assertThat(FullRun.newest(input.output())).isEqualTo(run);
        assertThat(FullRun.hashes(input.output())).isEqualTo(first);
        assertThat(input.output().resolve(".lock")).doesNotExist();
    }

    @Test
    void freshDoesEverythingAgainAndEndsTheSame() throws IOException {
        assertThat(input.run().code()).isZero();
        SortedMap<String, String> first = FullRun.hashes(input.output());
        Path run = FullRun.newest(input.output());

        assertThat(input.run("--fresh").code()).isZero();

        assertThat(FullRun.newest(input.output())).isNotEqualTo(run);
        assertThat(FullRun.hashes(input.output())).isEqualTo(first);
    }

    @Test
    void anAddedDateIsAdded() throws IOException {
        assertThat(input.run().code()).isZero();
        String[] seven = input.pair(7, NEXT_DAY, 5, 101, 10);
        input.orders("day2.csv", seven[0]);
        input.trades("day2.csv", seven[1]);

        assertThat(input.run().code()).isZero();

        assertSameAsFreshRun(3);
    }

    @Test
    void moreRowsOfAKnownUnitChangeIt() throws IOException {
        assertThat(input.run().code()).isZero();
        SortedMap<String, String> first = FullRun.hashes(input.output());
        String[] seven = input.pair(7, DAY, 5, 101, 10);
        input.orders("late.csv", seven[0]);
        input.trades("late.csv", seven[1]);

        assertThat(input.run().code()).isZero();

        assertThat(FullRun.hashes(input.output())).isNotEqualTo(first);
        assertSameAsFreshRun(2);
    }

    @Test
    void aRemovedFileTakesItsUnitsWithIt() throws IOException {
        String[] eight = input.pair(8, NEXT_DAY, 5, 101, 10);
        Path orders = input.orders("day2.csv", eight[0]);
        Path trades = input.trades("day2.csv", eight[1]);
        assertThat(input.run().code()).isZero();
        Files.delete(orders);
        Files.delete(trades);

        assertThat(input.run().code()).isZero();

        assertSameAsFreshRun(2);
    }

    @Test
    void aFailedUnitIsTriedAgainWhenItsCauseIsMended() throws IOException {
        String[] huge = input.pair(8, DAY, 5, 1_000, HUGE);
        input.orders("eight.csv", huge[0]);
        input.trades("eight.csv", huge[1]);
        assertThat(input.run().code()).isEqualTo(4);
        // Not mended: failed once more, though no file has changed.
        assertThat(input.run().code()).isEqualTo(4);
        String[] mended = input.pair(8, DAY, 5, 1_000, 40);
        input.orders("eight.csv", mended[0]);
        input.trades("eight.csv", mended[1]);

        assertThat(input.run().code()).isZero();

        assertSameAsFreshRun(3);
    }

    @Test
    void aUnitThatFailsLaterIsWithdrawn() throws IOException {
        assertThat(input.run().code()).isZero();
        String[] huge = input.pair(7, DAY, 5, 1_000, HUGE);
        input.orders("seven.csv", huge[0]);
        input.trades("seven.csv", huge[1]);

        assertThat(input.run().code()).isEqualTo(4);

        assertThat(FullRun.hashes(input.output()).keySet())
                .isNotEmpty()
                .noneMatch(path -> path.contains("security_code=7/"));
    }

    @Test
    void aGrowingSelectionEndsAsIfAskedForAtOnce() throws IOException {
        assertThat(input.run("select.securities=[7]").code()).isZero();
        assertThat(FullRun.manifest(input.output()).get("units")).hasSize(1);

        assertThat(input.run("select.securities=[7,9]").code()).isZero();

        assertSameAsFreshRun(2);
    }

    @Test
    void otherSettingsMakeOtherTables() throws IOException {
        assertThat(input.run().code()).isZero();

        FullRun other = input.run("classification.immediate-within=1us");

        assertThat(other.code()).isZero();
        assertThat(other.err()).doesNotContain("nothing to do");
        try (Duck duck = new Duck(input.output(), "classified")) {
            // The buys wait exactly 1 µs for the sells, which is not sooner than 1 µs.
            assertThat(duck.number("SELECT count(*) FROM classified WHERE outcome = 'B_EVENTUAL_FULL'"))
                    .isEqualTo(2);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whatAKilledRunLeftIsRemoved() throws IOException {
        assertThat(input.run().code()).isZero();
        // Published, but in no manifest; and half-written.
        Path unit = input.output().resolve("tables/classified/security_code=5/date=" + DAY + "/part-0.parquet");
        Files.createDirectories(unit.getParent());
        Files.writeString(unit, "of a run that never ended");
        Path staged = input.output().resolve(".staging/20200101T000000.000Z/task-1/tables/x.parquet");
        Files.createDirectories(staged.getParent());
        Files.writeString(staged, "half");

        assertThat(input.run("--fresh").code()).isZero();

        assertSameAsFreshRun(2);
        assertThat(input.output().resolve(".staging")).doesNotExist();
    }

    @Test
    void aUnitWhoseFileIsNotAsRecordedIsDoneAgain() throws IOException {
        assertThat(input.run().code()).isZero();
        Path damaged = input.output().resolve("tables/classified/security_code=7/date=" + DAY + "/part-0.parquet");
        Files.writeString(damaged, "not what was written");

        FullRun again = input.run();

        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("reads 2 of 2 files").contains("1 units stand, about 1 units to do");
        assertSameAsFreshRun(2);
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        Path note = input.output().resolve("tables/note.txt");
        Path export = input.output().resolve("by_security/SEC_7/" + DAY + "/mine.xlsx");
        Files.createDirectories(note.getParent());
        Files.createDirectories(export.getParent());
        Files.writeString(note, "mine");
        Files.writeString(export, "mine");

        assertThat(input.run().code()).isZero();

        assertThat(note).hasContent("mine");
        assertThat(export).hasContent("mine");
    }

    @Test
    void tablesNoLongerAskedForDisappear() throws IOException {
        assertThat(input.run("output.formats=[parquet,csv]", "output.aggregates=[global,date]")
                        .code())
                .isZero();
        assertThat(input.output().resolve("by_security/SEC_7/" + DAY + "/orders.csv.gz"))
                .exists();

        assertThat(input.run("--fresh", "output.aggregates=[date]").code()).isZero();

        assertThat(input.output().resolve("by_security")).doesNotExist();
        assertThat(input.output().resolve("aggregated"))
                .isDirectoryContaining("glob:**by_date.parquet")
                .isDirectoryNotContaining("glob:**global_summary.*");
    }

    @Test
    void rejectsOfAMendedFileDisappear() throws IOException {
        String[] eight = input.pair(8, DAY, 5, 100, 10);
        input.orders("eight.csv", eight[0], "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");
        assertThat(input.run().code()).isZero();
        assertThat(input.output().resolve("tables/rejects/kind=orders")).isDirectoryContaining("glob:**.parquet");
        input.orders("eight.csv", eight[0]);

        assertThat(input.run().code()).isZero();

        assertThat(input.output().resolve("tables/rejects")).doesNotExist();
    }

    private void assertSameAsFreshRun(int units) throws IOException {
        input.assertSameAsFreshRun(units);
    }
}
