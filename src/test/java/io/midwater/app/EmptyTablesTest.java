package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs without a row: every table is there, with its columns, until units come. */
class EmptyTablesTest {
    private static final String DAY = "2024-09-05";

    @TempDir
    private Path folder;

    private SmallInput input;

    @BeforeEach
    void headersOnly() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        input.orders("orders.csv");
        input.trades("trades.csv");
    }

    private FullRun done(String... settings) {
        FullRun run = input.run(settings);
        assertThat(run.code()).as(run.said()).isZero();
        return run;
    }

    private void assertVerified() {
        Terminal verify = Terminal.of("verify", "--output", input.output().toString());
        assertThat(verify.code()).as(verify.out()).isZero();
    }

    private Set<String> tables() throws IOException {
        try (Stream<Path> tables = Files.list(input.output().resolve("tables"))) {
            return new TreeSet<>(
                    tables.map(table -> table.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"security-date", "date"})
    void everyTableIsThereWithoutARow(String layout) throws Exception {
        String[] settings = {"output.layout=" + layout, "output.aggregates=[global,rule605]", "simulation.validate=true"
        };
        done(settings);

        Set<String> empty = tables();
        assertThat(empty)
                .contains("orders", "trades", "quotes", "classified", "metrics", "simulation", "order_sums")
                .doesNotContain("rejects");
        try (Duck duck = new Duck(input.output())) {
            for (String table : empty) {
                String read = "read_parquet('" + input.output() + "/tables/" + table + "/**/*.parquet')";
                assertThat(duck.number("SELECT count(*) FROM " + read))
                        .as(table)
                        .isZero();
                assertThat(duck.columns("SELECT * FROM " + read)).as(table).contains("security_code", "date");
            }
        }
        assertVerified();
        assertThat(done(settings).err()).contains("nothing to do");

        // One is lost: the next run writes it again.
        Files.delete(input.output().resolve("tables/orders/part-0.parquet"));
        done(settings);
        assertVerified();

        String[] pair = input.pair(7, DAY, 1, 100, 10);
        input.orders("day.csv", pair[0]);
        input.trades("day.csv", pair[1]);
        done(settings);

        assertThat(tables()).isEqualTo(empty);
        assertThat(input.output().resolve("tables/orders/part-0.parquet")).doesNotExist();
        assertVerified();
        input.assertSameAsFreshRun(1, settings);

        input.orders("day.csv");
        input.trades("day.csv");
        done(settings);

        assertVerified();
        input.assertSameAsFreshRun(0, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlimited", "midpoint"})
    void onlyWhatIsAskedForIsThere(String scenario) throws IOException {
        done("simulation.scenarios=[" + scenario + "]");

        Set<String> expected = new TreeSet<>(Set.of(
                "orders", "trades", "quotes", "classified", "metrics", "simulation", "order_sums", "scenario_sums"));
        if (scenario.equals("midpoint")) {
            expected.add("simulated_trades");
        }
        assertThat(tables()).isEqualTo(expected);
    }
}
