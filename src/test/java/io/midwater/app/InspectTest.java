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

class InspectTest {
    @TempDir
    private Path folder;

    private String good;
    private String bad;

    @BeforeEach
    void twoFiles() throws IOException {
        good = folder.resolve("a.csv").toString();
        Files.writeString(
                Path.of(good),
                "OrderBookId,timestamp,bidprice,offerprice,colour\n"
                        + "1,1725497251000000000,3380,3390,red\n"
                        + "1,1725497251000000000,3380,3390,red\n"
                        + "\n"
                        + "2,1725497252000000000,3400,3390,red\n"
                        + "2,1725597252000000000,,3390,red\n"
                        + "x,1725497252000000000,3400,3390,red\n");
        bad = Files.createFile(folder.resolve("b.csv")).toString();
    }

    @Test
    void peopleReadWhatIsThereAndWhatIsWrong() {
        Terminal inspect = Terminal.of("inspect", good, bad);

        assertThat(inspect.code()).isEqualTo(3);
        assertThat(inspect.out())
                .startsWith("file:" + good + "\n"
                        + "  kind: quotes\n"
                        + "  columns: bidprice, offerprice, OrderBookId → orderbookid, timestamp\n"
                        + "  ignored: colour\n"
                        + "  rows: 5\n"
                        + "  accepted: 3\n"
                        + "  securities: 2 × 2 dates\n"
                        + "  dates: 2024-09-05 to 2024-09-06\n"
                        + "  blank lines: 1\n"
                        + "  rejected: 1\n"
                        + "    BAD_SECURITY: 1\n"
                        + "  duplicates: 1\n"
                        + "  crossed quotes: 1\n"
                        + "  no quote: 1\n"
                        + "\n"
                        + "file:" + bad + "\n"
                        + "  cannot be used: the file is empty: no header");
    }

    @Test
    void machinesReadTheSame() throws IOException {
        Terminal inspect = Terminal.of("inspect", "--json", good, bad);

        assertThat(inspect.code()).isEqualTo(3);
        JsonNode files = new ObjectMapper().readTree(inspect.out()).get("files");
        assertThat(files).hasSize(2);
        JsonNode first = files.get(0);
        assertThat(names(first))
                .containsExactly(
                        "path",
                        "kind",
                        "rows",
                        "accepted",
                        "rejected",
                        "blank",
                        "duplicates",
                        "reasons",
                        "securities",
                        "dates",
                        "first_date",
                        "last_date",
                        "columns",
                        "ignored_columns",
                        "crossed_quotes",
                        "missing_quotes",
                        "replaced_texts",
                        "date_disagreements",
                        "leaves_above_quantity",
                        "error");
        assertThat(first.get("path").asText()).isEqualTo("file:" + good);
        assertThat(first.get("kind").asText()).isEqualTo("quotes");
        assertThat(first.get("rows").asLong()).isEqualTo(5);
        assertThat(first.get("reasons").toString()).isEqualTo("{\"BAD_SECURITY\":1}");
        assertThat(first.get("first_date").asText()).isEqualTo("2024-09-05");
        assertThat(first.get("last_date").asText()).isEqualTo("2024-09-06");
        assertThat(first.at("/columns/orderbookid").asText()).isEqualTo("OrderBookId");
        assertThat(first.get("ignored_columns").toString()).isEqualTo("[\"colour\"]");
        assertThat(first.get("error").isNull()).isTrue();
        assertThat(files.get(1).get("kind").isNull()).isTrue();
        assertThat(files.get(1).get("first_date").isNull()).isTrue();
        assertThat(files.get(1).get("error").asText()).contains("the file is empty: no header");
    }

    private static List<String> names(JsonNode file) {
        List<String> names = new ArrayList<>();
        file.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
