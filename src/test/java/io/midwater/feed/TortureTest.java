package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.domain.InputKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A collection of damaged order files and what must become of each. */
class TortureTest {
    @TestFactory
    List<DynamicTest> everyVariantEndsAsExpected() throws IOException {
        Path folder = SharedFiles.find("torture");
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode variant : expected.get("variants")) {
            Path file = folder.resolve(variant.get("file").asText());
            for (long splitBytes : new long[] {1L << 30, 700, 64, 7}) {
                tests.add(DynamicTest.dynamicTest(
                        file.getFileName() + " in splits of " + splitBytes, () -> check(file, variant, splitBytes)));
            }
        }
        return tests;
    }

    private static void check(Path file, JsonNode variant, long splitBytes) {
        boolean allBad = variant.get("rows_rejected").asInt() == 12;
        if (variant.get("outcome").asText().equals("error") && !allBad) {
            assertThatThrownBy(() -> Scanned.of(file, InputKind.ORDERS, FeedOptions.defaults(), splitBytes))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(file.getFileName().toString());
            return;
        }
        Scanned scanned = Scanned.of(file, InputKind.ORDERS, FeedOptions.defaults(), splitBytes);
        int duplicates = variant.path("duplicates").asInt(0);
        assertThat(scanned.rejectLines()).hasSize(variant.get("rows_rejected").asInt());
        assertThat(scanned.total().kept())
                .isEqualTo(variant.get("rows_accepted").asInt() + duplicates);
        JsonNode value = variant.get("expect_value");
        if (value != null && scanned.rejects().isEmpty()) {
            Map<String, String> row = scanned.rows().get(value.get("row").asInt());
            assertThat(row)
                    .containsEntry(
                            value.get("column").asText(), value.get("value").asText());
        }
    }
}
