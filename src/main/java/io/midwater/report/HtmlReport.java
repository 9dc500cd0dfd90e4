package io.midwater.report;

import static java.util.Objects.requireNonNull;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The report as one HTML file that needs nothing else: no script, no font, no picture and no address outside it. It is
 * well-formed XML. Whatever comes from data is escaped by the template, and shown without its control characters.
 */
public final class HtmlReport {
    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /** What the template shows. */
    record Page(
            String title, String subtitle, String made, boolean pseudonymous, String style, List<Section> sections) {}

    public static String render(ReportData data) {
        requireNonNull(data, "data is null");
        StringOutput html = new StringOutput();
        JtereportGenerated.render(new Escaping(html), null, page(data));
        return html.toString();
    }

    private static Page page(ReportData data) {
        Pictures pictures = new Pictures();
        Names names = new Names(data);
        Breakdowns breakdowns = new Breakdowns(data, pictures, names);
        return new Page(
                "Execution quality report",
                Scope.dates(data.manifest()),
                "Run " + data.manifest().runId() + ", finished "
                        + Format.time(data.manifest().finished()),
                data.pseudonymous(),
                style(),
                List.of(
                        Scope.of(data),
                        new Scorecard(data, pictures).section(),
                        breakdowns.classes(),
                        breakdowns.parts(),
                        Trends.of(data, pictures),
                        Times.of(data, pictures),
                        Markouts.of(data, pictures),
                        Distributions.of(data, pictures),
                        Venues.of(data, pictures),
                        StudyFunnel.of(data, pictures),
                        new Extremes(data, names).section(),
                        Quality.of(data),
                        Method.of(data)));
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(requireNonNull(in, STYLE + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine's escaping by the place in the page, after control characters are made visible. */
    private static final class Escaping extends OwaspHtmlTemplateOutput {
        Escaping(TemplateOutput out) {
            super(out);
        }

        @Override
        public void writeUserContent(String text) {
            super.writeUserContent(text == null ? null : Format.plain(text));
        }
    }
}
