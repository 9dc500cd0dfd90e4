package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.midwater.app.MarketRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report of a whole run, rendered by headless Chromium (Debian's package {@code chromium}). Pictures are left in
 * {@code target/report-pictures} for people to look at.
 */
class ReportInBrowserTest {
    private static final Path PICTURES = Path.of("target", "report-pictures");
    private static final String AXE = "/axe.min.js";

    private static Browser browser;
    private static Path report;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Browser.program().isPresent(), "no chromium on the path: the report is not rendered");
        Path output = MarketRun.output();
        report = output.resolve("runs")
                .resolve(Files.readString(output.resolve("runs/latest")).strip())
                .resolve("report.html");
        browser = Browser.open(Browser.program().get());
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
    void looksRight(int width, boolean dark) throws IOException {
        browser.show(report, width, 900, dark);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsOnly(report.toUri().toString());
        // Nothing makes the page wider than the window, with every table open.
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
        browser.picture(PICTURES.resolve(width + (dark ? "-dark" : "-light") + ".png"), 0, width, 3000);
        // One of the two drawings of every chart is there, and none has lost its size.
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.picture')].every(p => [...p.querySelectorAll('svg')]"
                                        + ".filter(s => s.getBoundingClientRect().height > 100).length === 1)")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "390, false"})
    void hasNoSeriousAccessibilityFindings(int width, boolean dark) throws IOException {
        browser.show(report, width, 900, dark);
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.evaluate(axe() + "; true");
        JsonNode violations = browser.evaluate("axe.run().then(r => r.violations.map(v => v.impact + ' ' + v.id + ': '"
                + " + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 200)))");
        List<String> serious = new ArrayList<>();
        violations.forEach(violation -> {
            if (violation.asText().matches("(serious|critical) .*")) {
                serious.add(violation.asText());
            }
        });
        assertThat(serious).isEmpty();
    }

    @Test
    void labelsOfChartsDoNotOverlap() {
        browser.show(report, 1280, 900, false);
        JsonNode overlaps = browser.evaluate("""
                [...document.querySelectorAll('.picture .wide svg')].flatMap(svg => {
                  const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                  return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
                    Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2
                    && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4).map(([b]) => a + ' | ' + b));
                })""");
        List<String> found = new ArrayList<>();
        overlaps.forEach(overlap -> found.add(overlap.asText()));
        assertThat(found).isEmpty();
    }

    @Test
    void printsWithEveryTableOpen() throws IOException {
        browser.show(report, 1280, 900, true);
        Path pdf = PICTURES.resolve("report.pdf");
        browser.print(pdf);
        assertThat(Files.size(pdf)).isGreaterThan(50_000);
    }

    private static String axe() throws IOException {
        try (InputStream in = ReportInBrowserTest.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
