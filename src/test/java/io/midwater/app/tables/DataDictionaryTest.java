package io.midwater.app.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.app.unit.OrderSelection;
import io.midwater.app.unit.UnitAnalysis;
import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.domain.Findings;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.RejectsTable;
import io.midwater.sink.TableOutput;
import io.midwater.slice.GeneratedPieces;
import io.midwater.totals.Aggregate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published dictionary is what the code says. */
class DataDictionaryTest {
    private static final Path FILE = Path.of("docs", "data-dictionary.md");
    private static final String WRITE = "midwater.write-dictionary";

    private final MidwaterConfig config = config();
    private final MidwaterConfig everything = config(
            "simulation.validate=true",
            "output.aggregates=" + Arrays.toString(Aggregate.values()).toLowerCase(Locale.ROOT));

    private static MidwaterConfig config(String... settings) {
        List<String> all = new ArrayList<>(List.of("input.orders=o", "input.trades=t", "output.path=out"));
        all.addAll(List.of(settings));
        return ConfigLoader.load(null, all);
    }

    @Test
    void theFileIsWhatTheCodeSays() throws IOException {
        String text = DataDictionary.markdown(everything);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as("write it again with: ./mvnw test -Dtest=DataDictionaryTest -D" + WRITE + "=true")
                .isEqualTo(text);
    }

    @Test
    void everyColumnIsDescribed() {
        for (TableSchema table : DataDictionary.tables(everything)) {
            assertThat(table.columns()).as(table.name()).allSatisfy(column -> assertThat(column.description())
                    .as(column.name())
                    .isNotBlank());
        }
        DataDictionary.aggregates(everything).forEach((name, columns) -> assertThat(columns)
                .as(name)
                .allSatisfy(column ->
                        assertThat(column.description()).as(column.name()).isNotBlank()));
    }

    @Test
    void machinesReadTheSame() throws IOException {
        JsonNode dictionary = new ObjectMapper().readTree(DataDictionary.json(everything));
        JsonNode classified = dictionary.at("/tables/3");
        assertThat(classified.get("name").asText()).isEqualTo("classified");
        assertThat(classified.at("/columns/0").toString())
                .isEqualTo("{\"name\":\"order_id\",\"type\":\"LONG\",\"unit\":\"\",\"description\":"
                        + "\"exchange order id\"}");
        StringBuilder names = new StringBuilder();
        for (String part : List.of("tables", "aggregates")) {
            dictionary.get(part).forEach(table -> {
                names.append("### ").append(table.get("name").asText()).append('\n');
                table.get("columns").forEach(column -> assertThat(column.size()).isEqualTo(4));
            });
        }
        assertThat(names.toString().lines().toList())
                .isEqualTo(DataDictionary.markdown(everything)
                        .lines()
                        .filter(line -> line.startsWith("### "))
                        .toList());
    }

    @Test
    void aggregatesNobodyAskedForAreNotThere() {
        assertThat(DataDictionary.aggregates(config("output.aggregates=[]"))).isEmpty();
        assertThat(DataDictionary.aggregates(config("output.aggregates=[global]")))
                .containsOnlyKeys("global_summary", "funnel", "group_metrics");
        assertThat(DataDictionary.aggregates(config("output.aggregates=[scenario, rule605]")))
                .containsOnlyKeys("scenario_comparison", "statistics", "scenario_pairs", "rule605");
        assertThat(DataDictionary.aggregates(config("output.aggregates=[]", "simulation.validate=true")))
                .containsOnlyKeys("replay_quality");
    }

    @Test
    void everyTableOfAUnitIsThereAndNoOther() {
        assertDeclared(config);
        assertDeclared(everything);
        assertDeclared(config("simulation.scenarios=[unlimited]"));
    }

    private static void assertDeclared(MidwaterConfig config) {
        List<TableSchema> declared = new ArrayList<>();
        TableOutput output = new TableOutput() {
            @Override
            public void declare(TableSchema schema) {
                declared.add(schema);
            }

            @Override
            public void accept(RowGroup group) {}
        };
        UnitAnalysis analysis = new UnitAnalysis(
                new OrderSelection(Set.of(), 0, Long.MAX_VALUE),
                config.classification(),
                config.metrics(),
                config.simulation(),
                config.output().aggregates().contains(Aggregate.RULE605));
        SecurityDay unit = new SecurityDay(1, LocalDate.of(2024, 9, 5));
        analysis.analyse(GeneratedPieces.slice(unit, Map.of(), config.market().rules()), new Findings(), output);
        declared.add(new RejectsTable(RowGroupSink.none()).schema());
        assertThat(DataDictionary.tables(config)).containsExactlyInAnyOrderElementsOf(declared);
    }
}
