package io.midwater.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.totals.Aggregate;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ratio stands beside the two sums that it is formed of, and is not there where one of them says nothing. */
class RatiosTest {
    private static final List<String> HORIZONS = List.of("50ms", "5m");
    private static final RollupOptions OPTIONS = new RollupOptions(
            EnumSet.allOf(Aggregate.class),
            List.of("MORNING"),
            List.of("SMALL"),
            List.of("unlimited", "midpoint"),
            HORIZONS);

    @ParameterizedTest
    @EnumSource
    void keyedAggregatesHaveTheSumsOfTheirRatios(Grouping grouping) {
        assertBesideSums(KeyedTables.ratios(grouping, OPTIONS), KeyedTables.columns(grouping, OPTIONS));
    }

    @Test
    void soHasTheComparisonOfScenarios() {
        assertBesideSums(ScenarioComparison.ratios(OPTIONS), ScenarioComparison.columns(OPTIONS));
    }

    private static void assertBesideSums(List<Ratio> ratios, List<ColumnSpec> columns) {
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        assertThat(ratios).isNotEmpty().allSatisfy(ratio -> assertThat(names)
                .contains(ratio.numerator(), ratio.denominator(), ratio.column().name()));
    }

    @Test
    void formulasOfRule605NameColumns() {
        List<ColumnSpec> columns = new Rule605Summary(List.of("under_1s"), HORIZONS, 200_000).columns();
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        List<ColumnSpec> averages = columns.stream()
                .filter(column -> column.type() == ColumnType.DOUBLE)
                .toList();
        assertThat(averages).isNotEmpty().allSatisfy(average -> {
            String formula =
                    average.description().substring(0, average.description().indexOf(';'));
            assertThat(Pattern.compile("[a-z][a-z0-9_]+")
                            .matcher(formula)
                            .results()
                            .map(found -> found.group()))
                    .as(average.name())
                    .hasSizeGreaterThan(1)
                    .isSubsetOf(names);
        });
    }

    @Test
    void nothingDividedByNothingIsNothing() {
        Ratio ratio = Ratio.of("r", "", "above", "below", 10, "");
        Map<String, Object> sums = new HashMap<>();
        assertThat(ratio.of(sums)).isNull();
        sums.put("above", BigDecimal.ZERO);
        assertThat(ratio.of(sums)).isNull();
        sums.put("below", 0L);
        assertThat(ratio.of(sums)).isNull();
        sums.put("below", 4L);
        assertThat(ratio.of(sums)).isEqualTo(0.0);
        sums.put("above", 3L);
        assertThat(ratio.of(sums)).isEqualTo(7.5);
        sums.put("above", null);
        assertThat(ratio.of(sums)).isNull();
    }
}
