package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference data and participants have accounts, rejects and limits as every other input has. */
class SmallInputsRunTest {
    private static final String REFERENCE = "Id,TradeDate,Name,DecimalsInPrice\n";
    private static final String PARTICIPANTS = "Id,ParticipantName\n";

    @TempDir
    private Path folder;

    private SmallInput input;
    private String[] settings;

    @BeforeEach
    void oneDay() throws IOException {
        input = new SmallInput(folder);
        String[] seven = input.pair(7, "2024-09-05", 1, 100, 10);
        input.orders("orders.csv", seven[0]);
        input.trades("trades.csv", seven[1]);
        settings = new String[] {
            "input.reference=" + folder.resolve("reference.csv"), "input.participants=" + folder.resolve("brokers.csv")
        };
        input.write("brokers.csv", PARTICIPANTS + "5,First\n6,Second\n");
    }

    @Test
    void theirRowsAreInTheBooksAndTheirRejectsInTheTable() throws Exception {
        input.write("reference.csv", REFERENCE + "7,2024-09-05,SEV,0\nx,2024-09-05,BAD,0\n9,2024-13-05,NIN,0\n");

        FullRun run = input.run(settings);

        assertThat(run.code()).as(run.said()).isZero();
        JsonNode books = FullRun.runFile(input.output(), "reconciliation.json");
        // Four order rows, two legs, three reference rows and two brokers.
        assertThat(books.at("/rows/read").asLong()).isEqualTo(11);
        assertThat(books.at("/rows_by_kind/reference").toString())
                .isEqualTo("{\"read\":3,\"kept\":1,\"filtered_out\":0,\"duplicates\":0,\"rejected\":2}");
        assertThat(books.at("/rows_by_kind/participants/kept").asLong()).isEqualTo(2);
        assertThat(books.get("closes").asBoolean()).isTrue();
        List<String> kinds = new ArrayList<>();
        for (JsonNode file : FullRun.manifest(input.output()).get("inputs")) {
            kinds.add(file.get("kind").asText());
            assertThat(file.get("size").asLong()).isPositive();
            assertThat(file.get("modified").asLong()).isPositive();
            assertThat(file.get("header_hash").asText()).hasSize(64);
        }
        assertThat(kinds).containsExactlyInAnyOrder("orders", "trades", "reference", "participants");
        try (Duck duck = new Duck(input.output())) {
            assertThat(duck.rows("SELECT line, reason, \"column\", raw FROM read_parquet('" + input.output()
                            + "/tables/rejects/kind=reference/*.parquet') ORDER BY line"))
                    .containsExactly(
                            List.of("3", "BAD_SECURITY", "id", "x,2024-09-05,BAD,0"),
                            List.of("4", "BAD_DATE", "tradedate", "9,2024-13-05,NIN,0"));
        }
        assertThat(Terminal.of("verify", "--output", input.output().toString()).code())
                .isZero();
    }

    @Test
    void securityDaysBeforeTheFirstRowUseALaterOneWithAWarning() throws IOException {
        String[] before = input.pair(7, "2024-09-04", 3, 100, 10);
        String[] after = input.pair(7, "2024-09-06", 5, 100, 10);
        input.orders("others.csv", before[0], after[0]);
        input.trades("others.csv", before[1], after[1]);
        input.write("reference.csv", REFERENCE + "7,2024-09-05,SEV,0\n9,2024-09-06,NIN,0\n");

        FullRun run = input.run(settings);

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.out())
                .contains("Warning   input.reference: 1 of 3 security-days have only rows of later dates; the latest of"
                        + " these are used\n")
                .doesNotContain("input.participants", "DecimalsInQuantity");
    }

    @Test
    void participantsOfLaterDatesAreUsedWithAWarning() throws IOException {
        input.write("reference.csv", REFERENCE + "7,2024-09-05,SEV,0\n");
        input.write("brokers.csv", "Id,TradeDate,ParticipantName\n5,2024-09-05,First\n6,2024-09-06,Second\n");

        FullRun run = input.run(settings);

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.out())
                .contains("Warning   input.participants: 1 of 2 ids have only rows dated after 2024-09-05, the last"
                        + " business date; the latest of these are used")
                .doesNotContain("input.reference");
    }

    @Test
    void anotherQuantityScaleIsSaidAndNotFollowed() throws IOException {
        input.write("reference.csv", "Id,TradeDate,DecimalsInQuantity\n7,2024-09-05,2\n");

        FullRun run = input.run(settings);

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.out())
                .contains(
                        "Warning   input.reference: DecimalsInQuantity and market.quantity-scale 1 disagree on 1 of the"
                                + " securities, the first is 7; the setting is used\n");
    }

    @Test
    void aDayWithoutTradesConfirmsAScaleByItsLimits() throws IOException {
        SmallInput orders = new SmallInput(folder.resolve("orders-only"));
        orders.orders("orders.csv", orders.pair(7, "2024-09-05", 1, 100, 10)[0]);
        orders.trades("trades.csv");
        // Whole dollars, 50 to 200 believed: a limit of 100 is 100 dollars, and not the 10 cents of 1000 to the dollar.
        orders.write(
                "reference.csv", "Id,TradeDate,CurrencyUnit,DecimalsInPrice,ReferencePrice\n7,2024-09-05,1,0,100\n");

        FullRun run = orders.run("input.reference=" + orders.folder.resolve("reference.csv"));

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.out()).contains("its prices confirm that (1, prices 50 to 200): 1 was used on 1 date");
    }

    @Test
    void tooManyRejectsEndTheRun() throws IOException {
        input.write("reference.csv", REFERENCE + "7,2024-09-05,SEV,0\n" + "x,2024-09-05,BAD,0\n".repeat(11));
        FullRun run = input.run(settings);
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err())
                .contains("reference: 11 of 12 rows are rejected (BAD_SECURITY 11)", "line 3, column id: BAD_SECURITY");
        assertThat(input.output().resolve("tables/rejects/kind=reference")).isNotEmptyDirectory();
        assertThat(input.output().resolve("runs/latest")).doesNotExist();

        input.write("reference.csv", REFERENCE);
        input.write("brokers.csv", PARTICIPANTS + "x,First\n");
        FullRun brokers = input.run(settings);
        assertThat(brokers.code()).as(brokers.said()).isEqualTo(3);
        assertThat(brokers.err()).contains("brokers.csv: every one of its 1 rows is rejected");
    }

    @Test
    void anotherNameIsAReasonForAnotherReportButForNoReading() throws IOException {
        input.write("reference.csv", REFERENCE + "7,2024-09-05,SEV,0\n");
        assertThat(input.run(settings).code()).isZero();
        assertThat(input.run(settings).err()).contains("nothing to do");

        input.write("brokers.csv", PARTICIPANTS + "5,Another\n6,Second\n");
        FullRun later = input.run(settings);

        assertThat(later.code()).as(later.said()).isZero();
        assertThat(later.err()).contains("reads 0 of 2 files, 0 B; 1 units stand");
        assertThat(input.run(settings).err()).contains("nothing to do");
        input.assertSameAsFreshRun(1, settings);
    }
}
