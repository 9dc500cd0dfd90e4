package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketGeneratorTest {
    @TempDir
    Path folder;

    private static GeneratorSummary run(GeneratorOptions options) {
        return new MarketGenerator(options).run((date, done, of, bytes) -> {});
    }

    /** File contents by relative path, without the configuration, which names the folder. */
    private static TreeMap<String, byte[]> contents(Path market) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> inside = Files.walk(market)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("midwater.conf")) {
                    files.put(market.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    @Test
    void equalOptionsMakeEqualBytes() throws IOException {
        run(new GeneratorOptions(folder.resolve("a"), 4, 3, -1, 3_000, 5));
        run(new GeneratorOptions(folder.resolve("b"), 4, 3, -1, 3_000, 5));
        run(new GeneratorOptions(folder.resolve("c"), 4, 3, -1, 3_000, 6));
        TreeMap<String, byte[]> first = contents(folder.resolve("a"));
        assertThat(first).hasSize(3 * 3 + 5);
        assertThat(contents(folder.resolve("b"))).containsExactlyEntriesOf(first);
        assertThat(contents(folder.resolve("c")).get("orders/orders_2024-09-02.csv"))
                .isNotEqualTo(first.get("orders/orders_2024-09-02.csv"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3000000", "5, 2, 8000000", "40, 3, 20000000", "150, 1, 6000000"})
    void sizeIsMet(int securities, int dates, long target) throws IOException {
        Path out = folder.resolve("market");
        GeneratorSummary summary = run(new GeneratorOptions(out, securities, dates, target, -1, 1));
        long size = 0;
        try (Stream<Path> inside = Files.list(out.resolve("orders"))) {
            for (Path file : inside.toList()) {
                size += Files.size(file);
            }
        }
        assertThat(size).isEqualTo(summary.orderBytes()).isCloseTo(target, Percentage.withPercentage(5));
    }

    @Test
    void orderCountIsMet() {
        GeneratorSummary summary = run(new GeneratorOptions(folder.resolve("market"), 7, 3, -1, 10_001, 1));
        assertThat(summary.orders()).isEqualTo(10_001);
    }

    @Test
    void datesAreWeekdaysAcrossTheClockChange() throws IOException {
        // 2024-10-05 and 06 are a weekend; Sydney's clocks go forward on the 6th.
        LocalDate first = LocalDate.of(2024, 10, 3);
        List<LocalDate> dates = new ArrayList<>();
        new MarketGenerator(new GeneratorOptions(folder.resolve("market"), 2, 3, -1, 600, 1, first))
                .run((date, done, of, bytes) -> dates.add(date));
        assertThat(dates).containsExactly(first, LocalDate.of(2024, 10, 4), LocalDate.of(2024, 10, 7));
        // 07:00 on 4 October is 21:00 UTC of the 3rd, on the 7th it is 20:00 UTC of the 6th.
        assertThat(Files.readString(folder.resolve("market/sessions/sessions.csv")))
                .contains("2024-10-04,")
                .contains("PRE_OPEN,70340,1727989200000000000".replace("70340", firstCode()))
                .contains("PRE_OPEN,70340,1728244800000000000".replace("70340", firstCode()));
    }

    private String firstCode() throws IOException {
        return Files.readAllLines(folder.resolve("market/reference/reference.csv"))
                .get(1)
                .split(",")[0];
    }

    @Test
    void headersHaveEveryRequiredColumn() throws IOException {
        Path out = folder.resolve("market");
        run(new GeneratorOptions(out, 1, 1, -1, 100, 1));
        for (InputKind kind : InputKind.values()) {
            try (Stream<Path> inside = Files.list(out.resolve(kind.label()))) {
                String header =
                        Files.readAllLines(inside.findFirst().orElseThrow()).get(0);
                List<String> names = Stream.of(header.split(","))
                        .map(MarketGeneratorTest::canonical)
                        .toList();
                for (InputColumn column : kind.columns()) {
                    if (column.required()) {
                        assertThat(names).as(kind.label()).containsAnyElementsOf(namesOf(column));
                    }
                }
            }
        }
    }

    private static List<String> namesOf(InputColumn column) {
        List<String> names = new ArrayList<>(column.aliases());
        names.add(canonical(column.name()));
        return names;
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Test
    void aFolderWithFilesIsRefused() throws IOException {
        Files.writeString(folder.resolve("note.txt"), "mine");
        assertThatThrownBy(() -> run(new GeneratorOptions(folder, 1, 1, -1, 100, 1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("folder is not empty");
    }

    @Test
    void optionsNameWhatIsWrong() {
        assertThatThrownBy(() -> new GeneratorOptions(folder, 0, 1, -1, 100, 1))
                .hasMessage("securities must be 1 to 16000, was 0");
        assertThatThrownBy(() -> new GeneratorOptions(folder, 1, 1, 5, 100, 1))
                .hasMessage("exactly one of size and orders must be given, were 5 and 100");
    }
}
