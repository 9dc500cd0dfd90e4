package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The well-known small collection of CSV dialects: records on one line parse, records over several lines are refused. */
class CsvSpectrumTest {
    private static final FeedOptions OPTIONS = FeedOptions.defaults();

    @Test
    void recordsOnOneLineParseToTheirJson() throws IOException {
        Path folder = SharedFiles.find("csv-spectrum");
        // The CSV and the JSON of location_coordinates hold different telephone numbers; the rest of it is compared.
        for (String name : List.of(
                "simple",
                "simple_crlf",
                "comma_in_quotes",
                "escaped_quotes",
                "empty",
                "empty_crlf",
                "json",
                "utf8",
                "location_coordinates")) {
            List<List<String>> lines = lines(folder, name);
            JsonNode records = new ObjectMapper()
                    .readTree(folder.resolve("json/" + name + ".json").toFile());
            JsonNode array = records.isArray()
                    ? records
                    : new ObjectMapper().createArrayNode().add(records);
            assertThat(lines).as(name).hasSize(array.size() + 1);
            for (int i = 0; i < array.size(); i++) {
                List<String> expected = new ArrayList<>();
                lines.get(0).forEach(column -> expected.add(null));
                for (int c = 0; c < expected.size(); c++) {
                    expected.set(c, array.get(i).get(lines.get(0).get(c)).asText());
                }
                int from = name.equals("location_coordinates") ? 1 : 0;
                assertThat(lines.get(i + 1).subList(from, expected.size()))
                        .as(name)
                        .isEqualTo(expected.subList(from, expected.size()));
            }
        }
    }

    @Test
    void recordsOverSeveralLinesAreRefused() throws IOException {
        Path folder = SharedFiles.find("csv-spectrum");
        for (String name : List.of("newlines", "newlines_crlf", "quotes_and_newlines")) {
            assertThat(lines(folder, name)).as(name).contains((List<String>) null);
        }
    }

    /** The fields of each line; null where its quotes are wrong. */
    private static List<List<String>> lines(Path folder, String name) throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve("csvs/" + name + ".csv"));
        List<List<String>> lines = new ArrayList<>();
        QuotedLine split = new QuotedLine(OPTIONS);
        try (LineReader reader =
                new LineReader(new ByteArrayInputStream(content), 64, 0, Long.MAX_VALUE, OPTIONS, 3, 3)) {
            while (reader.next()) {
                if (reader.end() == reader.start()) {
                    continue;
                }
                boolean whole = split.split(reader.bytes(), reader.start(), reader.end());
                List<String> fields = whole ? new ArrayList<>() : null;
                for (int i = 0; whole && i < split.fields(); i++) {
                    fields.add(split.text(i));
                }
                lines.add(fields);
            }
        }
        return lines;
    }
}
