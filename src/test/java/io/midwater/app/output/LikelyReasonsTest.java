package io.midwater.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.audit.ColumnDifference;
import io.midwater.audit.Comparison;
import io.midwater.audit.TableDifference;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitSelection;
import io.midwater.control.UnitSums;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikelyReasonsTest {
    private static final String SETTINGS =
            "{\"midwater\":{\"market\":{\"rollover\":\"19:00\"},\"run\":{\"parallelism\":2},\"output\":{\"path\":\"a\"}}}";

    @Test
    void identicalOutputsNeedNoReason() {
        assertThat(LikelyReasons.of(comparison(true, false), manifest("1", SETTINGS, 5), manifest("2", "{}", 5)))
                .isEmpty();
    }

    @Test
    void everythingThatDiffersIsNamed() {
        String other = SETTINGS.replace("19:00", "none").replace(":2}", ":8}").replace("\"a\"", "\"b\"");

        assertThat(LikelyReasons.of(comparison(false, true), manifest("1", SETTINGS, 5), manifest("2", other, 5)))
                .containsExactly(
                        "only the last digits of doubles differ: another Java or library version",
                        "configuration: market.rollover is \"19:00\" against \"none\"",
                        "code version: 1 against 2");
    }

    @Test
    void filesThatOnlyDifferInTheirTimeAreDoubted() {
        assertThat(LikelyReasons.of(comparison(false, false), manifest("1", SETTINGS, 5), manifest("1", SETTINGS, 6)))
                .containsExactly("inputs: orders: day.csv has the same size and rows, but another time of change: its"
                        + " contents may differ");
    }

    @Test
    void failedUnitsAreNamed() {
        RunManifest.Unit failed = new RunManifest.Unit(
                7,
                "2024-09-05",
                "failed",
                "OVERFLOW",
                "long overflow",
                List.of(),
                UnitSums.NONE,
                Map.of(),
                1,
                "run",
                "",
                List.of(),
                null);

        assertThat(LikelyReasons.of(
                        comparison(false, false), manifest("1", SETTINGS, 5), manifest("1", SETTINGS, 5, failed)))
                .containsExactly("unit 7/2024-09-05 failed in the second: OVERFLOW: long overflow");
    }

    @Test
    void withoutAnyDifferenceAnOutputWasChanged() {
        assertThat(LikelyReasons.of(comparison(false, false), manifest("1", SETTINGS, 5), manifest("1", SETTINGS, 5)))
                .singleElement()
                .asString()
                .startsWith("inputs, configuration and code version are the same: one of the outputs was changed");
    }

    private static Comparison comparison(boolean identical, boolean lastDigits) {
        TableDifference table = new TableDifference(
                "metrics",
                1,
                0,
                0,
                List.of(new ColumnDifference("cost_bps", 1, "order_id 1", "1.0", "1.1", lastDigits)),
                List.of());
        return new Comparison(
                "a",
                "b",
                identical,
                1,
                1,
                List.of(),
                List.of(),
                List.of(),
                1,
                identical ? List.of() : List.of(table),
                List.of(),
                List.of());
    }

    private static RunManifest manifest(
            String version, String configuration, long modified, RunManifest.Unit... units) {
        RunManifest.Input input = new RunManifest.Input(
                0,
                "/market/day.csv",
                "orders",
                10,
                modified,
                "h",
                "run",
                true,
                1,
                1,
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                null);
        return new RunManifest(
                RunManifest.FORMAT,
                "run",
                version,
                "",
                "",
                "done",
                "",
                "",
                new UnitSelection(List.of(), null, null),
                configuration,
                List.of(input),
                List.of(units),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
