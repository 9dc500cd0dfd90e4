package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Participant 0 is unknown: nobody's number, and no number of its own. Orders 1 and 4 are of 67, 2 of 0, 3 of none. */
class UnknownParticipantTest {
    private static final String AGGREGATES = "output.aggregates=[global,participant]";
    private static final List<String> PARTICIPANTS = List.of("67", "0", "", "67");

    @TempDir
    private Path folder;

    private SmallInput input;

    @BeforeEach
    void twoPairs() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, "2024-09-05", 1, 100, 10);
        String[] nine = input.pair(9, "2024-09-05", 3, 200, 20);
        String rows = (seven[0] + nine[0])
                .lines()
                .map(row -> row + "," + PARTICIPANTS.get(row.charAt(0) - '1') + "\n")
                .collect(Collectors.joining());
        input.write("orders/orders.csv", SmallInput.ORDERS_HEADER.replace("\n", ",participantid\n") + rows);
        input.trades("trades.csv", seven[1], nine[1]);
    }

    private void done(String... settings) {
        FullRun run = input.run(settings);
        assertThat(run.code()).as(run.said()).isZero();
    }

    @Test
    void itHasNoNumberInWhatIsDerived() throws Exception {
        done(AGGREGATES, "output.formats=[parquet,csv]");

        String aggregated = input.output() + "/aggregated/";
        try (Duck duck = new Duck(input.output(), "orders", "classified", "metrics")) {
            assertThat(duck.rows("SELECT participant_id, total_orders FROM read_parquet('" + aggregated
                            + "by_participant.parquet') ORDER BY ALL"))
                    .containsExactly(List.of("67", "2"), Arrays.asList(null, "2"));
            assertThat(duck.rows("SELECT total_orders, participants FROM read_parquet('" + aggregated
                            + "global_summary.parquet')"))
                    .containsExactly(List.of("4", "1"));
            for (String table : List.of("classified", "metrics")) {
                assertThat(duck.rows("SELECT order_id, participant_id FROM " + table + " ORDER BY order_id"))
                        .as(table)
                        .containsExactly(
                                List.of("1", "67"),
                                Arrays.asList("2", null),
                                Arrays.asList("3", null),
                                List.of("4", "67"));
            }
            // The event stays as it came.
            assertThat(duck.number("SELECT count(*) FROM orders WHERE participantid = 0"))
                    .isEqualTo(2);
        }
        List<String> csv = Files.readAllLines(Path.of(aggregated + "by_participant.csv"));
        assertThat(csv.get(1)).startsWith("67,2,");
        assertThat(csv.get(2)).startsWith(",2,");
        Terminal verify = Terminal.of("verify", "--output", input.output().toString());
        assertThat(verify.code()).as(verify.out()).isZero();
    }

    @Test
    void zeroSelectsThoseWithoutANumber() throws Exception {
        done("select.participants=[0]");

        try (Duck duck = new Duck(input.output(), "classified")) {
            assertThat(duck.rows("SELECT order_id FROM classified ORDER BY ALL"))
                    .containsExactly(List.of("2"), List.of("3"));
        }
    }
}
