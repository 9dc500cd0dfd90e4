package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units of an earlier run that lost a file: what is read again for them costs what their rows cost. */
class PlanOfRedoneUnitsTest {
    private static final String DAY = "2024-09-05";
    private static final String NEXT_DAY = "2024-09-06";
    /** Bytes of tables for a byte of selected rows. */
    private static final double TABLES = 0.28;

    @TempDir
    private Path folder;

    private SmallInput input;

    /** Two securities of as many rows on each of two dates, one file of orders and one of trades for each date. */
    @BeforeEach
    void runOverTwoDays() throws IOException {
        input = new SmallInput(folder.resolve("input"));
        day("day1.csv", DAY, 1);
        day("day2.csv", NEXT_DAY, 11);
        FullRun run = input.run();
        assertThat(run.code()).as(run.said()).isZero();
    }

    private void day(String name, String date, long first) throws IOException {
        String[] seven = input.pair(7, date, first, 100, 10);
        String[] nine = input.pair(9, date, first + 2, 200, 20);
        input.orders(name, seven[0], nine[0]);
        input.trades(name, seven[1], nine[1]);
    }

    private JsonNode plan() throws IOException {
        List<String> arguments = new ArrayList<>(input.arguments(input.output(), "--json"));
        arguments.set(0, "plan");
        arguments.removeAll(List.of("--master", "local[1]"));
        Terminal plan = Terminal.of(arguments.toArray(String[]::new));
        assertThat(plan.code()).as(plan.err()).isZero();
        return new ObjectMapper().readTree(plan.out());
    }

    private void lose(long security, String date) throws IOException {
        Files.delete(input.output()
                .resolve("tables/metrics/security_code=" + security + "/date=" + date + "/part-0.parquet"));
    }

    /** Bytes of the rows of these files of orders and of trades. */
    private long rows(String... files) throws IOException {
        long bytes = 0;
        for (String file : files) {
            bytes += Files.size(input.folder.resolve("orders/" + file)) - SmallInput.ORDERS_HEADER.length();
            bytes += Files.size(input.folder.resolve("trades/" + file)) - SmallInput.TRADES_HEADER.length();
        }
        return bytes;
    }

    @Test
    void everyUnitAgainCostsAsMuchAsAtFirst() throws IOException {
        for (String date : List.of(DAY, NEXT_DAY)) {
            lose(7, date);
            lose(9, date);
        }
        JsonNode plan = plan();

        assertThat(plan.at("/work/files").asLong()).isEqualTo(4);
        assertThat(plan.at("/work/units_to_do").asLong()).isEqualTo(4);
        assertThat(plan.get("output_bytes").asLong()).isEqualTo((long) (TABLES * rows("day1.csv", "day2.csv")));
    }

    @Test
    void theRowsOfUnitsThatStandArePassedOver() throws IOException {
        lose(7, DAY);
        JsonNode plan = plan();

        assertThat(plan.at("/work/files").asLong()).isEqualTo(2);
        assertThat(plan.at("/work/units_to_do").asLong()).isEqualTo(1);
        // Half of the rows of both files of that date, to a byte.
        double half = TABLES * rows("day1.csv") / 2;
        assertThat(plan.get("output_bytes").asDouble()).isBetween(half - 1, half + 1);
    }
}
