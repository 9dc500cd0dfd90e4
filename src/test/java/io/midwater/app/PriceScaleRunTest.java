package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated market of three securities whose reference data say something else of the prices of two. */
class PriceScaleRunTest {
    private static final String NO_REFERENCE = "input.reference=[]";

    @TempDir
    private Path folder;

    private Path market;
    private Path reference;
    private List<String> generated;
    /** The securities, by their place in the file. */
    private List<String> codes;

    private List<Long> medians;

    @BeforeEach
    void generate() throws IOException, SQLException {
        market = folder.resolve("market");
        new MarketGenerator(new GeneratorOptions(market, 3, 1, -1, 1_500, 11)).run((date, done, of, bytes) -> {});
        reference = market.resolve("reference/reference.csv");
        generated = Files.readAllLines(reference);
        codes = generated.stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
        medians = new ArrayList<>();
        try (Duck duck = new Duck(folder)) {
            for (String code : codes) {
                medians.add(duck.number("SELECT quantile_disc(tradeprice, 0.5)::BIGINT FROM read_csv('" + market
                        + "/trades/*.csv') WHERE securitycode = " + code));
            }
        }
    }

    /** Row by row: decimals in price, and a reference price or nothing. */
    private void writeReference(String... edits) throws IOException {
        List<String> lines = new ArrayList<>(List.of(generated.get(0) + ",ReferencePrice"));
        for (int i = 0; i < edits.length; i++) {
            String[] edit = edits[i].split(" ", -1);
            // AUD in cents, 100 to the dollar; the generated row has one decimal: 10 × 100 = 1000.
            lines.add(generated.get(1 + i).replace(",AUD,2,100,1,", ",AUD,2,100," + edit[0] + ",") + "," + edit[1]);
        }
        Files.write(reference, lines);
    }

    /** The first row is of the year after the market: the latest of all, as there is none before. */
    @Test
    void aRowOfALaterDateIsSaidToBeOne() throws IOException {
        writeReference("0 " + dollars(0, 100), "1 ", "1 ");
        String dated = Files.readString(reference);
        String date = generated.get(1).split(",")[1];
        Files.writeString(reference, dated.replaceFirst(codes.get(0) + "," + date, codes.get(0) + ",2030-01-02"));

        FullRun run = run(folder.resolve("output"), new Pipeline().withoutReport(), "output.aggregates=[]");

        assertThat(run.out()).contains(", in a row of a later date): 100 was used on 1 date\n");
    }

    private FullRun run(Path output, Pipeline pipeline, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--master",
                "local[2]",
                "--config",
                market.resolve("midwater.conf").toString(),
                "--set",
                "output.path=" + output,
                "--set",
                "output.aggregates=[global, security, rule605]"));
        Arrays.stream(settings).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        FullRun run = FullRun.of(pipeline, arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.said()).isZero();
        return run;
    }

    private SortedMap<String, String> tables(Path output, String code) throws IOException {
        SortedMap<String, String> tables = new TreeMap<>(FullRun.hashes(output));
        tables.keySet().removeIf(path -> !path.contains("security_code=" + code + "/"));
        assertThat(tables).isNotEmpty();
        return tables;
    }

    /** Dollars of a price at so many units to the dollar. */
    private String dollars(int security, int scale) {
        return java.math.BigDecimal.valueOf(medians.get(security))
                .divide(java.math.BigDecimal.valueOf(scale))
                .toPlainString();
    }

    @Test
    void aConfirmedRowDecidesAndOneThatIsNotIsSaid() throws Exception {
        // The first has no decimals: a price is cents, 100 to the dollar, and its trades lie at the reference price.
        // The
        // second has two, 10,000 to the dollar, and no reference price. The third agrees with the configuration.
        writeReference("0 " + dollars(0, 100), "2 ", "1 " + dollars(2, 1000));
        Path output = folder.resolve("output");
        FullRun run = run(output, new Pipeline());
        Path hundred = folder.resolve("hundred");
        run(hundred, new Pipeline().withoutReport(), NO_REFERENCE, "market.price-scale=100");
        Path thousand = folder.resolve("thousand");
        run(thousand, new Pipeline().withoutReport(), NO_REFERENCE);

        // Every table of a security is what a run with its scale for all gives: ticks, notional buckets, money.
        assertThat(tables(output, codes.get(0))).isEqualTo(tables(hundred, codes.get(0)));
        assertThat(tables(output, codes.get(0))).isNotEqualTo(tables(thousand, codes.get(0)));
        assertThat(tables(output, codes.get(1))).isEqualTo(tables(thousand, codes.get(1)));
        assertThat(tables(output, codes.get(2))).isEqualTo(tables(thousand, codes.get(2)));
        try (Duck duck = new Duck(output, "metrics")) {
            assertThat(duck.number("SELECT count(*) FROM metrics WHERE traded_quantity > 0 AND traded_notional <>"
                            + " traded_value / CASE security_code WHEN " + codes.get(0)
                            + " THEN 100.0 ELSE 1000.0 END"))
                    .isZero();
            assertThat(duck.number("SELECT count(*) FROM metrics WHERE traded_notional > 0 AND security_code = "
                            + codes.get(0)))
                    .isPositive();
        }
        assertThat(run.out())
                .contains("Warning   security " + codes.get(0) + ": reference data imply 100 price units per currency"
                        + " unit, market.price-scale is 1000; its prices confirm that (100, prices ")
                .contains("): 100 was used on 1 date\n")
                .contains("Warning   security " + codes.get(1) + ": reference data imply 10000 price units per currency"
                        + " unit, market.price-scale is 1000; its prices do not confirm that (10000,"
                        + " no band of prices): 1000 was used on 1 date. Correct DecimalsInPrice, CurrencyUnit and"
                        + " CurrencyRelation, or the setting\n")
                .doesNotContain("Warning   security " + codes.get(2));
        JsonNode units = FullRun.manifest(output).get("units");
        assertThat(unit(units, 0).at("/price_scale/used").asLong()).isEqualTo(100);
        assertThat(unit(units, 0)
                        .get("findings")
                        .get("PRICE_SCALE_OF_REFERENCE")
                        .asLong())
                .isEqualTo(1);
        assertThat(unit(units, 1).at("/price_scale/used").asLong()).isEqualTo(1000);
        assertThat(unit(units, 1)
                        .get("findings")
                        .get("PRICE_SCALE_NOT_CONFIRMED")
                        .asLong())
                .isEqualTo(1);
        assertThat(unit(units, 2).get("price_scale").isNull()).isTrue();
        // The breakdown by security and the dates add up prices of both scales, and say so.
        assertThat(Files.readString(FullRun.newest(output).resolve("report.html")))
                .contains("Price scales that differ between reference data and configuration")
                .contains("confirmed by its prices")
                .contains("price scales differ");
    }

    private JsonNode unit(JsonNode units, int security) {
        for (JsonNode unit : units) {
            if (unit.get("security_code").asText().equals(codes.get(security))) {
                return unit;
            }
        }
        throw new AssertionError("no unit of " + codes.get(security));
    }

    @Test
    void aChangedRowDoesItsUnitsAgainAndNoOthers() throws IOException {
        writeReference("0 " + dollars(0, 100), "1 ", "1 ");
        Path output = folder.resolve("output");
        run(output, new Pipeline().withoutReport());
        String first = FullRun.newest(output).getFileName().toString();
        SortedMap<String, String> confirmed = tables(output, codes.get(0));
        FullRun nothing = run(output, new Pipeline().withoutReport());
        assertThat(nothing.err()).contains("nothing to do");

        // A reference price a hundred times as high confirms nothing.
        writeReference("0 " + dollars(0, 1), "1 ", "1 ");
        run(output, new Pipeline().withoutReport());

        JsonNode units = FullRun.manifest(output).get("units");
        assertThat(unit(units, 0).at("/price_scale/used").asLong()).isEqualTo(1000);
        assertThat(unit(units, 0).get("done_by").asText()).isNotEqualTo(first);
        assertThat(unit(units, 1).get("done_by").asText()).isEqualTo(first);
        assertThat(tables(output, codes.get(0))).isNotEqualTo(confirmed);
        Path fresh = folder.resolve("fresh");
        run(fresh, new Pipeline().withoutReport());
        assertThat(FullRun.hashes(output)).isEqualTo(FullRun.hashes(fresh));
    }
}
