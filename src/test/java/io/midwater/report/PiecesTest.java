package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ratios, intervals, missing values, and what a chart says to those who do not see it. */
class PiecesTest {
    private static Figures row(Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Figures(values);
    }

    @Test
    void sumsComeBeforeRatios() {
        // (10 + 10) / (20 + 80) = 0.2, where the mean of the ratios were (0.5 + 0.125) / 2 = 0.3125.
        Figures sum = Figures.sum(List.of(
                row("matched_quantity", 10L, "demand_quantity", new BigDecimal(20)),
                row("matched_quantity", 10L, "demand_quantity", new BigDecimal(80))));
        assertThat(Measure.FILL_RATIO.of(sum)).isEqualTo(0.2);
    }

    @Test
    void sumsAreExactWhereDoublesAreNot() {
        long large = (1L << 53) + 1;
        assertThat(Figures.sum(List.of(row("q", large), row("q", 0L))).values())
                .containsEntry("q", BigDecimal.valueOf(large));
    }

    @Test
    void aMissingFigureSaysWhyAndIsNeverZero() {
        Cell cell = Measure.ARRIVAL_COST.cell(row("arrival_cost_half_value", null, "arrival_base_half_value", null));
        assertThat(cell.missing()).isTrue();
        assertThat(cell.reason()).contains("quote at arrival");
        assertThat(Measure.FILL_RATIO.of(row("matched_quantity", 0L, "demand_quantity", 0L)))
                .isNull();
    }

    @Test
    void aFigureOnFewOrdersIsMarked() {
        assertThat(Measure.FILL_RATIO
                        .cell(row("matched_quantity", 1L, "demand_quantity", 2L, "total_orders", 29L))
                        .few())
                .isTrue();
        assertThat(Measure.FILL_RATIO
                        .cell(row("matched_quantity", 1L, "demand_quantity", 2L, "total_orders", 30L))
                        .few())
                .isFalse();
    }

    @Test
    void anIntervalTakesClustersAsIndependent() {
        // Clusters (1, 10), (3, 10): R = 4 / 20 = 0.2; residuals 1 − 2 = −1 and 3 − 2 = 1; squares add up to 2.
        // Standard error √(2 / 1 × 2) / 20 = 0.1; t quantile 0.975 with 1 degree of freedom 12.7062.
        RatioInterval interval = RatioInterval.of(List.of(row("y", 1L, "x", 10L), row("y", 3L, "x", 10L)), "y", "x", 1);
        assertThat(interval.ratio()).isCloseTo(0.2, within(1e-12));
        assertThat(interval.lower()).isCloseTo(0.2 - 1.27062, within(1e-5));
        assertThat(interval.upper()).isCloseTo(0.2 + 1.27062, within(1e-5));
        assertThat(interval.clusters()).isEqualTo(2);
    }

    @Test
    void theReportReadsWhatItsIntervalsAreMadeOf() {
        assertThat(HtmlReport.columns("time_series"))
                .contains("arrival_cost_half_value", "arrival_base_half_value", "time_to_first_fill_orders")
                .doesNotHaveDuplicates();
        assertThat(HtmlReport.columns("by_date")).isEmpty();
    }

    @Test
    void anAggregateThatIsNotReadIsAMistakeOfOurs() {
        ReportData data =
                new ReportData(null, Map.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), false);
        assertThatThrownBy(() -> data.aggregate("by_moon"))
                .hasMessage("aggregate by_moon is not among those that the report reads");
    }

    @Test
    void oneClusterHasNoInterval() {
        assertThat(RatioInterval.of(List.of(row("y", 1L, "x", 10L), row("y", 0L, "x", 0L)), "y", "x", 1))
                .isNull();
    }

    @Test
    void aTableLetsReasonsShareALetter() {
        Table table = new Table(
                "t",
                List.of(Table.Column.text("a"), Table.Column.number("b", "")),
                List.of(List.of(Cell.of("x"), Cell.none("first")), List.of(Cell.none("second"), Cell.none("first"))),
                0,
                "");
        assertThat(table.reasons()).containsExactly("first", "second");
        assertThat(table.letter(Cell.none("second"))).isEqualTo("b");
    }

    @Test
    void aTableRefusesARowOfAnotherWidth() {
        assertThatThrownBy(() -> new Table("t", List.of(Table.Column.text("a")), List.of(List.of()), 0, ""))
                .hasMessage("t: a row of 0 cells for 1 columns");
    }

    @Test
    void aChartTellsItsEndsInWords() {
        Block.Picture picture = new Pictures()
                .of(
                        "Cost",
                        "bps",
                        new Chart.Bars(
                                List.of("one", "two", "three"),
                                List.of(new Chart.Series("real", Arrays.asList(1.5, null, -2.0))),
                                false,
                                false),
                        null);
        assertThat(picture.description()).contains("real: from \u22122.00 at three to 1.50 at one, in bps");
        assertThat(picture.wide())
                .contains("var(--series-1)")
                .doesNotContain("rgb(")
                .doesNotContain("font-family");
    }

    @Test
    void aChartWithoutValuesIsNotDrawn() {
        Block.Picture picture = new Pictures()
                .of(
                        "Cost",
                        "bps",
                        new Chart.Lines(List.of("a"), List.of(new Chart.Series("real", Arrays.asList((Double) null)))),
                        null);
        assertThat(picture.wide()).isNull();
        assertThat(picture.absent()).isEqualTo("No values to draw.");
    }

    @Test
    void namesInChartsAreEscaped() {
        Block.Picture picture = new Pictures()
                .of(
                        "Cost",
                        "bps",
                        new Chart.Bars(
                                List.of("<script>alert(1)</script>"),
                                List.of(
                                        new Chart.Series("<b>\"x\"", List.of(1.0)),
                                        new Chart.Series("&", List.of(2.0))),
                                false,
                                true),
                        null);
        assertThat(picture.wide())
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .contains("&lt;b&gt;");
    }
}
