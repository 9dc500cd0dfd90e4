package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.control.RunManifest;
import io.midwater.control.UnitSelection;
import io.midwater.control.UnitSums;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever stands in names, paths, messages and rejected rows, it stays text, and the file stays well-formed. */
class HostileDataTest {
    private static final String MARK = "hostile";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostile<script>alert(1)</script>",
                "hostile\"><img src=x onerror=alert(1)>",
                "hostile' onmouseover='alert(1)",
                "hostile]]></style><style>*{display:none}",
                "hostile&amp;&lt;&#x3c;",
                "hostile\u202egpj.exe\u2066",
                "hostile\u0000\u0001\u001b[31m\uffff\ud800",
                "hostile@template.block() ${1+1} $unsafe{x}"
            })
    void staysText(String text) throws Exception {
        String html = HtmlReport.render(data(text, false));
        Document page = parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("style").getLength()).isOne();
        assertThat(html).doesNotContain("\u202e").doesNotContain("\u0000");
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(((Element) all.item(i)).hasAttribute("onmouseover")).isFalse();
        }
        assertThat(page.getDocumentElement().getTextContent()).contains(Format.foreign(text));
    }

    @Test
    void pseudonymsLeaveNoNameNoNumberAndNoOrder() {
        assertThat(HtmlReport.render(data(MARK, false))).contains("67 hostile").contains("7904794000123456789");
        String html = HtmlReport.render(data(MARK, true));
        assertThat(html).contains("P01").contains("P02").doesNotContain("67 ").doesNotContain("7904794000123456789");
        // The larger one comes first: 51 traded twice as much as 67.
        assertThat(html.indexOf("P01")).isLessThan(html.indexOf("P02"));
        assertThat(html).doesNotContain("67,hostile,row");
    }

    @Test
    void pseudonymsWithholdWhatFailedUnitsSay() {
        String message = "match of 7904794000123456789 with 7904794000123456790 at 1 is beyond a limit";
        assertThat(HtmlReport.render(data(MARK, message, false))).contains(message);
        assertThat(HtmlReport.render(data(MARK, message, true)))
                .doesNotContain("7904794000123456790")
                .contains("withheld in a report with pseudonyms");
    }

    @Test
    void pseudonymsWithholdSettingsThatNameParticipants() {
        assertThat(HtmlReport.render(data(MARK, false))).contains("900067").contains("900068");
        assertThat(HtmlReport.render(data(MARK, true))).doesNotContain("900067").doesNotContain("900068");
    }

    @Test
    void withoutAnyFigureThereIsStillAReport() throws Exception {
        RunManifest manifest = manifest(MARK, MARK);
        String html = HtmlReport.render(new ReportData(
                manifest, Map.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), false));
        Document page = parsed(html);
        assertThat(page.getElementsByTagName("h2").getLength()).isEqualTo(13);
        assertThat(page.getDocumentElement().getTextContent()).contains("not in this output");
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static ReportData data(String text, boolean pseudonymous) {
        return data(text, text, pseudonymous);
    }

    /** @param message of the failed unit */
    private static ReportData data(String text, String message, boolean pseudonymous) {
        return new ReportData(
                manifest(text, message),
                Map.of(
                        "select.participants",
                        "900067",
                        "simulation.matching.preferencing-participants",
                        "900068",
                        "market.time-zone",
                        text),
                Map.of(
                        "by_participant",
                        List.of(participant(67, 1_000), participant(51, 2_000)),
                        "by_security",
                        List.of(new Figures(Map.of("security_code", 110621L, "total_orders", 3L)))),
                Map.of(
                        ReportData.Query.COST_WORST,
                        List.of(new Figures(Map.of(
                                "order_id", 7904794000123456789L,
                                "security_code", 110621L,
                                "participant_id", 67L,
                                "side", text,
                                "arrival_cost_half_value", 100L)))),
                List.of(new Figures(Map.of(
                        "file", text, "line", 2L, "reason", "FIELD_COUNT", "column", text, "raw", "67,hostile,row"))),
                List.of(new ReportData.Formula(text, text, text)),
                Map.of(67L, text, 51L, text),
                Map.of(110621L, text),
                pseudonymous);
    }

    private static Figures participant(long id, long value) {
        return new Figures(Map.of(
                "participant_id",
                id,
                "total_orders",
                5L,
                "traded_value",
                value,
                "matched_quantity",
                1L,
                "demand_quantity",
                2L));
    }

    static RunManifest manifest(String text, String message) {
        return new RunManifest(
                RunManifest.FORMAT,
                "20240905T000000.000Z",
                "0.1.0",
                "2024-09-05T00:00:00Z",
                "2024-09-05T00:00:01Z",
                "partial",
                "u",
                "r",
                new UnitSelection(List.of(), null, null),
                "{}",
                List.of(new RunManifest.Input(
                        0,
                        "/data/" + text,
                        "orders",
                        10,
                        0,
                        "h",
                        "run",
                        true,
                        1,
                        0,
                        0,
                        0,
                        1,
                        0,
                        Map.of(text, 1L),
                        Map.of(),
                        null)),
                List.of(new RunManifest.Unit(
                        110621,
                        "2024-09-05",
                        "failed",
                        "ANALYSIS_ERROR",
                        message,
                        List.of(),
                        UnitSums.NONE,
                        Map.of(),
                        1,
                        "run",
                        "",
                        List.of(),
                        null)),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
