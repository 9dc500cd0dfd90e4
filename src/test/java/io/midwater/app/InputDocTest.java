package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.feed.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/input.md names what the readers ask for, and its examples can be read. */
class InputDocTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```csv\\n(.*?)^```");

    @Test
    void everyRequiredColumnAndEveryReasonIsNamed() throws IOException {
        List<String> lines = page().lines().toList();
        for (InputKind kind : InputKind.values()) {
            String row = row(lines, "| `" + kind.label() + "`");
            String required = row.split("\\|")[2];
            assertThat(required.split("`[a-z_]+`", -1))
                    .as(row)
                    .hasSize(1
                            + (int) kind.columns().stream()
                                    .filter(InputColumn::required)
                                    .count());
            for (InputColumn column : kind.columns()) {
                if (column.required()) {
                    assertThat(required).contains("`" + column.name() + "`");
                }
            }
        }
        for (RejectReason reason : RejectReason.values()) {
            row(lines, "| `" + reason + "` |");
        }
    }

    @Test
    void theExamplesAreAccepted(@TempDir Path folder) throws IOException {
        List<String> examples = EXAMPLE.matcher(page())
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(2);
        Files.writeString(folder.resolve("1.csv"), examples.get(0));
        Files.writeString(folder.resolve("2.csv"), examples.get(1));

        Terminal inspect = Terminal.of("inspect", "--json", folder.toString());

        assertThat(inspect.code()).as(inspect.out()).isZero();
        JsonNode files = new ObjectMapper().readTree(inspect.out()).get("files");
        assertThat(files.findValuesAsText("kind")).containsExactly("orders", "trades");
        assertThat(files.findValuesAsText("accepted")).containsExactly("2", "2");
        assertThat(files.findValues("ignored_columns"))
                .allSatisfy(names -> assertThat(names).isEmpty());
    }

    private static String row(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row begins with " + start));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs", "input.md"));
    }
}
