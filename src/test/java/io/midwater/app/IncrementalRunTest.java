package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later run reads what it must and no more, and ends with what a run from nothing gives, aggregates and all. */
class IncrementalRunTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";
    private static final String AGGREGATES = "output.aggregates=[global,security,date]";
    private static final String QUOTES = "orderbookid,timestamp,bidprice,offerprice\n";

    @TempDir
    private Path folder;

    private SmallInput input;

    /** Two securities on two dates, one file of orders and one of trades for each date. */
    @BeforeEach
    void twoDays() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        day("day1.csv", DAY, 1);
        day("day2.csv", NEXT_DAY, 11);
    }

    private void day(String name, String date, long first) throws IOException {
        String[] seven = input.pair(7, date, first, 100, 10);
        String[] nine = input.pair(9, date, first + 2, 200, 20);
        input.orders(name, seven[0], nine[0]);
        input.trades(name, seven[1], nine[1]);
    }

    private FullRun done(String... settings) {
        FullRun run = input.run(settings);
        assertThat(run.code()).as(run.said()).isZero();
        return run;
    }

    private String plan(String... settings) {
        List<String> arguments = new ArrayList<>(input.arguments(input.output(), settings));
        arguments.set(0, "plan");
        arguments.removeAll(List.of("--master", "local[1]"));
        Terminal plan = Terminal.of(arguments.toArray(String[]::new));
        assertThat(plan.code()).as(plan.err()).isZero();
        return plan.out();
    }

    /** UTC midnight of a date is the evening before in New York, which is that earlier date without a rollover. */
    @Test
    void aDateThatWasLeftOutComesBackInEveryZone() throws IOException {
        String[] newYork = {"market.time-zone=America/New_York", "market.rollover=none", AGGREGATES};
        String[] narrow = {"select.dates.to=2024-09-04", newYork[0], newYork[1], newYork[2]};
        String[] last = {"select.dates.from=2024-09-05", newYork[0], newYork[1], newYork[2]};
        // 11:00 in Sydney is 21:00 of the day before in New York.
        done(newYork);
        done(narrow);
        done(last);

        input.assertSameAsFreshRun(2, last);
    }

    @Test
    void anAddedDateIsAllThatIsRead() throws IOException {
        done(AGGREGATES);
        day("day3.csv", "2024-09-09", 21);
        assertThat(plan(AGGREGATES))
                .contains("              2 to do, 4 done, 0 no longer selected: the rest stands from run ")
                .contains("to read       2 files, ");

        FullRun run = done(AGGREGATES);

        assertThat(plan(AGGREGATES)).contains("0 to do, 6 done, 0 no longer selected: nothing has changed");
        assertThat(plan("select.securities=[7]")).contains("0 to do, 3 done, 3 no longer selected: ");
        assertThat(run.err()).contains("reads 2 of 6 files", "4 units stand, about 2 units to do");
        assertThat(run.out()).contains("Units     6 done, 0 failed (4 of earlier runs)");
        input.assertSameAsFreshRun(6, AGGREGATES);
    }

    @Test
    void moreRowsOfOneUnitReadItsFilesOnly() throws IOException {
        done(AGGREGATES);
        String[] seven = input.pair(7, DAY, 5, 101, 10);
        input.orders("late.csv", seven[0]);
        input.trades("late.csv", seven[1]);

        FullRun run = done(AGGREGATES);

        assertThat(run.err()).contains("reads 2 of 6 files");
        // The two files of that day are read for that unit, the others not at all: 2 + 2 files of their sizes.
        assertThat(read(run))
                .isEqualTo(sizes("orders/late.csv", "trades/late.csv", "orders/day1.csv", "trades/day1.csv"));
        assertThat(FullRun.manifest(input.output()).get("units").findValuesAsText("done_by"))
                .satisfies(runs -> assertThat(runs.stream().distinct().count()).isEqualTo(2));
        input.assertSameAsFreshRun(4, AGGREGATES);
    }

    @Test
    void aChangedFileTakesItsUnitsAlong() throws IOException {
        done(AGGREGATES);
        day("day2.csv", NEXT_DAY, 31);
        String[] twelve = input.pair(12, NEXT_DAY, 41, 300, 30);
        Files.writeString(
                input.folder.resolve("orders/day2.csv"),
                Files.readString(input.folder.resolve("orders/day2.csv")) + twelve[0]);

        FullRun run = done(AGGREGATES);

        assertThat(run.err()).contains("reads 2 of 4 files", "2 units stand, about 3 units to do");
        input.assertSameAsFreshRun(5, AGGREGATES);
    }

    @Test
    void aRemovedFileIsForgotten() throws IOException {
        done(AGGREGATES);
        Files.delete(input.folder.resolve("orders/day2.csv"));

        FullRun run = done(AGGREGATES);

        // The trades of that day are still there: units with a tape and no orders.
        assertThat(run.err()).contains("reads 1 of 3 files", "2 units stand, about 2 units to do");
        input.assertSameAsFreshRun(4, AGGREGATES);
    }

    @Test
    void aNarrowerSelectionWithdrawsAndReadsNothing() throws IOException {
        done(AGGREGATES);

        FullRun run = done("select.securities=[7]", "select.dates.to=" + DAY, AGGREGATES);

        assertThat(run.err()).contains("reads 0 of 4 files");
        assertThat(FullRun.hashes(input.output()).keySet()).noneMatch(path -> path.contains("security_code=9"));
        input.assertSameAsFreshRun(1, "select.securities=[7]", "select.dates.to=" + DAY, AGGREGATES);
    }

    @Test
    void aNarrowerSelectionOfNothingIsRefused() throws IOException {
        done();

        FullRun run = input.run("select.securities=[8]");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("nothing is selected: all 24 rows", "securities 7, 9, business dates 2024-09-05");
        input.assertSameAsFreshRun(4);
    }

    @Test
    void aWiderSelectionAddsWhatIsMissing() throws IOException {
        done("select.securities=[7]", "select.dates.to=" + DAY, AGGREGATES);

        FullRun run = done("select.securities=[7]", AGGREGATES);

        // The files of the first day hold nothing of the second.
        assertThat(run.err()).contains("reads 2 of 4 files", "1 units stand, about 1 units to do");
        input.assertSameAsFreshRun(2, "select.securities=[7]", AGGREGATES);
        assertThat(done(AGGREGATES).err()).contains("2 units stand, about 2 units to do");
        input.assertSameAsFreshRun(4, AGGREGATES);
    }

    @Test
    void otherAggregatesAreMadeFromTheUnits() throws IOException {
        done(AGGREGATES);

        FullRun run = done("output.aggregates=[security]");

        assertThat(run.err()).contains("reads 0 of 4 files");
        input.assertSameAsFreshRun(4, "output.aggregates=[security]");
    }

    @Test
    void theCsvTreeComesAndGoes() throws IOException {
        done();
        assertThat(done("output.formats=[parquet,csv]").err()).contains("reads 4 of 4 files", "0 units stand");
        input.assertSameAsFreshRun(4, "output.formats=[parquet,csv]");

        assertThat(done().err()).contains("reads 0 of 4 files");
        assertThat(input.output().resolve("by_security")).doesNotExist();
        input.assertSameAsFreshRun(4);
        assertThat(done().err()).contains("nothing to do");
    }

    @Test
    void quotesThatCameFirstAreFound() throws IOException {
        Path quotes = input.write(
                "quotes.csv",
                QUOTES + "15," + SmallInput.ns(DAY, "10:00") + ",90,110\n15," + SmallInput.ns(DAY, "10:30")
                        + ",91,109\n");
        String setting = "input.quotes=" + quotes;
        done(setting);
        assertThat(FullRun.manifest(input.output()).get("idle")).hasSize(1);
        String[] fifteen = input.pair(15, DAY, 61, 100, 10);
        input.orders("fifteen.csv", fifteen[0]);

        FullRun run = done(setting);

        assertThat(run.err()).contains("reads 1 of 6 files", "4 units stand");
        assertThat(FullRun.manifest(input.output()).get("idle")).isEmpty();
        input.assertSameAsFreshRun(5, setting);
    }

    @Test
    void duplicatesAndRejectedLegsStayInTheBooks() throws IOException {
        String[] five = input.pair(5, DAY, 71, 100, 10);
        String[] good = input.pair(5, DAY, 73, 100, 10);
        input.orders("five.csv", five[0], five[0], good[0]);
        input.trades(
                "five.csv",
                five[1],
                five[1].lines().findFirst().orElseThrow().replace(",100,10,", ",101,10,") + "\n",
                good[1]);
        done();
        day("day3.csv", "2024-09-09", 21);

        assertThat(done().err()).contains("reads 2 of 8 files", "5 units stand");

        input.assertSameAsFreshRun(7);
        // Four order rows twice; three legs of one match that disagree.
        assertThat(FullRun.runFile(input.output(), "reconciliation.json")
                        .at("/rows/duplicates")
                        .asLong())
                .isEqualTo(4);
        assertThat(FullRun.runFile(input.output(), "reconciliation.json")
                        .at("/rows/rejected")
                        .asLong())
                .isEqualTo(3);
        try (Duck duck = new Duck(input.output())) {
            assertThat(duck.rows("SELECT line, reason FROM read_parquet('" + input.output()
                            + "/tables/rejects/kind=trades/*.parquet') ORDER BY line"))
                    .hasSize(3);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    @Test
    void rejectedLegsCountTowardTheLimit() throws IOException {
        StringBuilder legs = new StringBuilder();
        StringBuilder orders = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String[] five = input.pair(5, DAY, 100 + 2 * i, 100, 10);
            orders.append(five[0]);
            legs.append(five[1])
                    .append(five[1].lines().findFirst().orElseThrow().replace(",100,10,", ",101,10,"))
                    .append('\n');
        }
        String[] good = input.pair(5, DAY, 120, 100, 10);
        input.orders("five.csv", orders.toString(), good[0]);
        input.trades("five.csv", legs.toString(), good[1]);

        FullRun run = input.run();

        // Four matches of three legs that disagree: 12 of the 14 + 8 legs, and 10 are always allowed.
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err()).contains("trades: 12 of 22 rows are rejected (LEG_CONFLICT 12)");
        assertThat(input.output().resolve("tables/rejects/kind=trades")).isDirectoryContaining("glob:**.parquet");
        assertThat(input.output().resolve("runs/latest")).doesNotExist();
        done("input.max-reject-rate=0.7");
    }

    @Test
    void aStoppedRunIsFinishedByTheNext() throws IOException {
        String[] huge = input.pair(8, DAY, 5, 1_000, 4_000_000_000_000_000_000L);
        input.orders("huge.csv", huge[0]);
        input.trades("huge.csv", huge[1]);
        assertThat(input.run("run.max-failed-units=0").code()).isEqualTo(4);
        Files.delete(input.folder.resolve("orders/huge.csv"));
        Files.delete(input.folder.resolve("trades/huge.csv"));

        done();

        input.assertSameAsFreshRun(4);
    }

    /** The bytes that a run says it has read. */
    private static String read(FullRun run) {
        String line = run.err()
                .lines()
                .filter(text -> text.contains("  read "))
                .reduce((a, b) -> b)
                .orElseThrow();
        return line.replaceFirst(".*  read ([0-9]+ kB), .*", "$1");
    }

    private String sizes(String... files) throws IOException {
        long bytes = 0;
        for (String file : files) {
            bytes += Files.size(input.folder.resolve(file));
        }
        return Math.round(bytes / 1e3) + " kB";
    }
}
