package io.midwater.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.midwater.domain.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private static final List<String> REQUIRED =
            List.of("input.orders=in/orders.csv", "input.trades=in/trades.csv", "output.path=out");

    @TempDir
    private Path folder;

    @Test
    void readsFileAndPutsOverridesOnTop() throws IOException {
        Path file = write("""
                midwater {
                  input { orders = [a.csv, "b*.csv"], trades = t.csv }
                  select { securities = [110621, 85603], dates { from = 2024-09-05, to = 2024-09-06 } }
                  select.trading-hours { from = "10:00", to = "16:00" }
                  output.path = first
                }
                """);

        MidwaterConfig config = ConfigLoader.load(
                file, List.of("output.path=hdfs://host/out", "midwater.select.participants=7,3", "output.path=last"));

        assertThat(config.input().paths().get(InputKind.ORDERS)).containsExactly("a.csv", "b*.csv");
        assertThat(config.input().paths().get(InputKind.TRADES)).containsExactly("t.csv");
        assertThat(config.select().securities()).containsExactly(85603L, 110621L);
        assertThat(config.select().participants()).containsExactly(3, 7);
        assertThat(config.select().from()).isEqualTo(LocalDate.of(2024, 9, 5));
        assertThat(config.select().to()).isEqualTo(LocalDate.of(2024, 9, 6));
        assertThat(config.select().hoursFrom()).isEqualTo(LocalTime.of(10, 0));
        assertThat(config.output().path()).isEqualTo("last");
    }

    @Test
    void overridesTakePathsAsTheyAreAndHoconInBrackets() {
        MidwaterConfig config = load(
                "input.quotes=s3a://desk/q,1/*.csv.gz",
                "input.sessions=[\"a.csv\", \"b.csv\"]",
                "classification.size-buckets=[{name=SMALL, up-to=10}, {name=BIG}]",
                "market.rollover=none",
                "input.csv.delimiter=;");

        assertThat(config.input().paths().get(InputKind.QUOTES)).containsExactly("s3a://desk/q,1/*.csv.gz");
        assertThat(config.input().paths().get(InputKind.SESSIONS)).containsExactly("a.csv", "b.csv");
        assertThat(config.classification().sizeBuckets())
                .extracting(bucket -> bucket.name() + ":" + bucket.upTo())
                .containsExactly("SMALL:10", "BIG:" + Long.MAX_VALUE);
        assertThat(config.market().rules().rollover()).isNull();
        assertThat(config.input().csv().delimiter()).isEqualTo(';');
    }

    @Test
    void reportsEveryProblemAtOnceWithPathAndLine() throws IOException {
        Path file = write("""
                midwater {
                  input {
                    orders = []
                    max-reject-rate = 1.5
                    timestamp-range = [2024-01-02, 2024-01-01]
                    price-decimals = two
                    csv = fast
                  }
                  select.dates { from = 2024-09-06, to = 2024-09-05 }
                  select.securities = [1, -2, x]
                  market.time-zone = Mars/Olympus
                  metrics.markout-horizons = [50ms, 10]
                  simulation.benchmark = arival
                  output.formats = []
                  outputs.path = a
                }
                desk = 1
                """);

        List<String> problems = problems(file, List.of("run.unit-timeout=soon"));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "desk: unknown setting, settings belong inside midwater { … } (" + file + ":17)",
                        "outputs: unknown setting, did you mean output? (" + file + ":15)",
                        "input.csv: must be a group of settings { … }, was 'fast' (" + file + ":7)",
                        "input.orders: is required: files, directories or globs (" + file + ":3)",
                        "input.trades: is required: files, directories or globs",
                        "input.max-reject-rate: must be between 0.0 and 1.0, was 1.5 (" + file + ":4)",
                        "input.timestamp-range: must be [from, to] with from before to and not before 1970-01-01 ("
                                + file + ":5)",
                        "input.price-decimals: must be a whole number, was 'two' (" + file + ":6)",
                        "select.dates.from: must not be after select.dates.to, was 2024-09-06 and 2024-09-05 (" + file
                                + ":9)",
                        "select.securities: must be at least 1, was -2 (" + file + ":10)",
                        "select.securities: must be a whole number, was 'x' (" + file + ":10)",
                        "market.time-zone: must be a time zone such as Australia/Sydney, was 'Mars/Olympus' (" + file
                                + ":11)",
                        "metrics.markout-horizons: must be a whole number with a unit (ns, us, ms, s, m, h, d), such as"
                                + " 50ms, was '10' (" + file + ":12)",
                        "simulation.benchmark: must be one of arrival, time-weighted, was 'arival' (" + file + ":13)",
                        "output.formats: must not be empty (" + file + ":14)",
                        "output.path: is required: the directory of the results",
                        "run.unit-timeout: must be a whole number with a unit (ns, us, ms, s, m, h, d), such as 50ms,"
                                + " was 'soon' (--set run.unit-timeout=soon)");
    }

    @Test
    void aValueThatCannotBeReadIsOneProblem() {
        assertThat(problemsOf("output.formats=[xml]"))
                .containsExactly("output.formats: must be one of parquet, csv, was 'xml' (--set output.formats=[xml])");
        assertThat(problemsOf("input.timestamp-range=[x, 2024-01-01]"))
                .containsExactly("input.timestamp-range: must be a UTC date or an instant such as 2024-09-05T00:00:00Z,"
                        + " was 'x' (--set input.timestamp-range=[x, 2024-01-01])");
    }

    @Test
    void nullGivesTheDefaultBack() throws IOException {
        Path file = write("""
                midwater {
                  input { orders = [o.csv], trades = [t.csv] }
                  output.path = out
                  select.dates.from = 2024-09-05
                }
                """);

        assertThat(ConfigLoader.load(file, List.of("select.dates.from=null"))
                        .select()
                        .from())
                .isNull();
        assertThat(problems(file, List.of("output.path=null", "input.orders=null")))
                .containsExactly(
                        "input.orders: is required: files, directories or globs",
                        "output.path: is required: the directory of the results");
    }

    @Test
    void aFileThatCannotBeReadLeavesNothingOut() {
        assertThat(problems(Path.of("none.conf"), List.of("run.parallelism=0")))
                .containsExactly(
                        "configuration file cannot be read, was none.conf",
                        "run.parallelism: must be between 1 and 2147483647, was 0 (--set run.parallelism=0)");
    }

    @Test
    void messageCountsAndListsTheProblems() {
        ConfigException error = catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(null, List.of()));

        assertThat(error).hasMessage("""
                        3 problems in the configuration
                          input.orders: is required: files, directories or globs
                          input.trades: is required: files, directories or globs
                          output.path: is required: the directory of the results""");
    }

    @Test
    void suggestsTheNearestName() {
        assertThat(problemsOf("output.fromats=csv"))
                .containsExactly(
                        "output.fromats: unknown setting, did you mean output.formats? (--set output.fromats=csv)");
        assertThat(problemsOf("securities=1"))
                .containsExactly("securities: unknown setting, did you mean select.securities? (--set securities=1)");
        assertThat(problemsOf("input.zzzzzz=1"))
                .containsExactly("input.zzzzzz: unknown setting (--set input.zzzzzz=1)");
    }

    @Test
    void refusesWhatIsNotASetting() {
        assertThat(problemsOf("output.path")).containsExactly("--set needs path=value, was 'output.path'");
        assertThat(problemsOf("input.csv={delimiter"))
                .singleElement()
                .asString()
                .startsWith("input.csv: --set cannot be");
        assertThat(problemsOf("input.orders={a=1}"))
                .contains("input.orders: must be a single value, was a group { … } (--set input.orders={a=1})");
    }

    @Test
    void refusesFilesThatCannotBeReadOrParsed() throws IOException {
        Path missing = folder.resolve("missing.conf");
        assertThat(problems(missing, REQUIRED)).containsExactly("configuration file cannot be read, was " + missing);

        Path broken = write("midwater {\n  output.path = 19:00\n}\n");
        assertThat(problems(broken, REQUIRED)).singleElement().asString().contains(broken + ": 2", "':'");

        Path unresolved = write("midwater.run.unit-timeout = ${midwater_no_such_thing}\n");
        assertThat(problems(unresolved, REQUIRED)).singleElement().asString().contains("midwater_no_such_thing");
    }

    @Test
    void checksBuckets() {
        assertThat(problemsOf("classification.size-buckets=[]"))
                .singleElement()
                .asString()
                .startsWith("classification.size-buckets: must not be empty");
        assertThat(bucketProblem("[{name=A, up-to=10}, {name=B, up-to=10}, {name=C}]"))
                .isEqualTo("size-buckets class 2 must lie above the one before, was up-to = 10");
        assertThat(bucketProblem("[{name=A, up-to=10}, {name=A}]"))
                .isEqualTo("size-buckets class 2 needs a name of its own (letters, digits, _ . -), was A");
        assertThat(bucketProblem("[{name=A, up-to=10}, {name=B, up-to=20}]"))
                .isEqualTo("the last class must be open, was up-to = 20");
        assertThat(bucketProblem("[{name=A}, {name=B}]")).isEqualTo("size-buckets class 1 needs up-to");
        assertThat(bucketProblem("[{name=A, up-to=ten}, {name=B}]"))
                .isEqualTo("size-buckets class 1 must be a whole number, was 'ten'");
        assertThat(bucketProblem("[{name=A, before=10, up-to=1}, {name=B}]"))
                .isEqualTo("size-buckets class 1 has unknown [before], it takes name and up-to");
    }

    @Test
    void checksTheClassesOfRule605() throws IOException {
        List<String> problems = problems(
                null,
                List.of(
                        "input.orders=o",
                        "input.trades=t",
                        "output.path=out",
                        "metrics.rule605.notional-from=[250, 1000]",
                        "metrics.rule605.executed-within=[1s, 1ms]",
                        "metrics.rule605.round-lot=0"));

        assertThat(problems).hasSize(3);
        assertThat(String.join("\n", problems))
                .contains("metrics.rule605.notional-from: must begin with 0 and rise, was [250, 1000]")
                .contains("metrics.rule605.executed-within: must rise, was [1s, 1ms]")
                .contains("metrics.rule605.round-lot: ");
    }

    @Test
    void headerNamesAreCanonicalAndBelongToOneColumn() {
        MidwaterConfig config = load("input.columns.orders.order_id=Exchange Order-No");
        assertThat(config.input().aliases().get(InputKind.ORDERS))
                .containsEntry("order_id", List.of("exchangeorderno"));
        assertThat(config.input().aliases().get(InputKind.TRADES)).isEmpty();

        assertThat(problemsOf("input.columns.orders.order_id=Price"))
                .containsExactly("input.columns.orders.order_id: header name 'price' already stands for price"
                        + " (--set input.columns.orders.order_id=Price)");
        assertThat(problemsOf("input.columns.quotes.nbbo=x"))
                .containsExactly(
                        "input.columns.quotes.nbbo: unknown column of quotes, must be one of exchange, sequence,"
                                + " tradedate, orderbookid, timestamp, bidprice, offerprice"
                                + " (--set input.columns.quotes.nbbo=x)");
        assertThat(problemsOf("input.columns.fills.a=x"))
                .containsExactly("input.columns.fills: unknown setting (--set input.columns.fills.a=x)");
    }

    @Test
    void headerNamesMayBeOfAnyScript() {
        MidwaterConfig config = load("input.columns.orders.exchange=[Börse, \"取引所 No\"]");
        assertThat(config.input().aliases().get(InputKind.ORDERS)).containsEntry("exchange", List.of("börse", "取引所no"));
    }

    @Test
    void preferencingListNeedsParticipants() {
        assertThat(problemsOf("simulation.matching.preferencing=list"))
                .containsExactly("simulation.matching.preferencing-participants: must not be empty when preferencing is"
                        + " list");
    }

    private String bucketProblem(String buckets) {
        String setting = "classification.size-buckets=" + buckets;
        List<String> problems = problemsOf(setting);
        assertThat(problems).hasSize(1);
        return problems.get(0).replace("classification.size-buckets: ", "").replace(" (--set " + setting + ")", "");
    }

    private static MidwaterConfig load(String... settings) {
        return ConfigLoader.load(null, with(settings));
    }

    private static List<String> problemsOf(String... settings) {
        return problems(null, with(settings));
    }

    private static List<String> problems(Path file, List<String> settings) {
        ConfigException error = catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(file, settings));
        assertThat(error).as("the configuration is refused").isNotNull();
        return error.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> with(String... settings) {
        List<String> all = new ArrayList<>(REQUIRED);
        all.addAll(List.of(settings));
        return all;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("desk.conf"), text);
    }
}
