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
import java.util.stream.Stream;

/**
 * The report as one HTML file that needs nothing else: no script, no font, no picture and no address outside it. It is
 * well-formed XML. Whatever comes from data is escaped by the template, and shown without its control characters.
 */
public final class HtmlReport {
    private static final String STYLE = "report.css";
    private static final String CLUSTERS = "time_series";
    private static final List<String> AGGREGATES = List.of(
            "global_summary",
            "by_security",
            "by_date",
            "by_participant",
            "by_time_of_day",
            "by_hour",
            "by_order_size",
            "by_size_kind_class",
            "by_venue",
            "by_study",
            CLUSTERS,
            "time_to_fill",
            "distributions",
            "scenario_comparison",
            "statistics",
            "funnel",
            "replay_quality");

    private HtmlReport() {}

    /** What the template shows. */
    record Page(
            String title, String subtitle, String made, boolean pseudonymous, String style, List<Section> sections) {}

    /** The aggregates that the report is made of, where they are published. */
    public static List<String> aggregates() {
        return AGGREGATES;
    }

    /**
     * The columns of an aggregate that the report needs; none for all of them. Of {@code time_series}, which has a row for
     * each security-day, only what intervals are made of.
     */
    public static List<String> columns(String aggregate) {
        return aggregate.equals(CLUSTERS)
                ? Scorecard.HEADLINES.stream()
                        .flatMap(measure -> Stream.of(measure.numerator(), measure.denominator()))
                        .distinct()
                        .toList()
                : List.of();
    }

    public static String render(ReportData data) {
        requireNonNull(data, "data is null");
        StringOutput html = new StringOutput();
        JtereportGenerated.render(new Escaping(html), null, page(data));
        return html.toString();
    }

    private static Page page(ReportData data) {
        Pictures pictures = new Pictures();
        Names names = new Names(data);
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
                        new SizeKindClass(data, pictures).section(),
                        new Breakdowns(data, pictures, names).section(),
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
