package io.midwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void aQuarterOfTheUnitsInAMinuteLeavesThree() {
        // 60 s × (400 − 100) / 100, then 3.4 s and 4.8 s, and 0.045 s for each of 200 units.
        assertThat(TimeLeft.whileAnalysing(60, 100, 400, 200, 1)).isCloseTo(180 + 17.2, within(1e-3));
        assertThat(TimeLeft.whileAnalysing(60, 400, 400, 200, 1)).isCloseTo(17.2, within(1e-3));
    }

    @Test
    void readingHasTheUnitsStillBeforeIt() {
        // Half is read in 10 s: 10 s more, and 20 s × 1.6 / 0.55 = 58.2 s of units when all rows are kept, then 8.2 s.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 1_000, 0, 1)).isCloseTo(76.4, within(0.05));
        // Nothing kept, nothing to analyse.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 0, 0, 1)).isCloseTo(18.2, within(1e-9));
    }

    @Test
    void whatFollowsTheUnitsTakesItsTimeToo() {
        // Aggregates: 3.4 s, 9 s for 200 units, 9.7 s for 100 million rows; the report: 4.8 s and 7.4 s.
        assertThat(TimeLeft.whileAdding(5, 200, 100_000_000, 1)).isCloseTo(17.1 + 12.2, within(1e-9));
        assertThat(TimeLeft.whileReporting(5, 100_000_000, 1)).isCloseTo(7.2, within(1e-9));
        assertThat(TimeLeft.whileReporting(50, 100_000_000, 1)).isZero();
    }

    @Test
    void aggregatesThatTakeLongerTellOfALongerReport() {
        assertThat(TimeLeft.whileAdding(44.2, 200, 100_000_000, 1)).isCloseTo(24.4, within(1e-9));
        assertThat(TimeLeft.paceOfAdding(44.2, 200, 100_000_000)).isCloseTo(2, within(1e-9));
        assertThat(TimeLeft.whileReporting(4.4, 100_000_000, 2)).isCloseTo(20, within(1e-9));
    }

    @Test
    void aSlowMachineIsSlowAtTheEndToo() {
        // 100 million rows kept and as many passed over take 55 + 16 core seconds, 35.5 s on two cores.
        // 10 s are added to these and to what was measured.
        assertThat(TimeLeft.pace(81, 2, 200_000_000, 100_000_000)).isCloseTo(2, within(1e-9));
        assertThat(TimeLeft.pace(35.5, 2, 200_000_000, 100_000_000)).isCloseTo(1, within(1e-9));
        assertThat(TimeLeft.pace(12.75, 2, 200_000_000, 100_000_000)).isCloseTo(0.5, within(1e-9));
        // 17.75 s on four cores
        assertThat(TimeLeft.pace(45.5, 4, 200_000_000, 100_000_000)).isCloseTo(2, within(1e-9));

        // 22.1 s of aggregates and 12.2 s of the report are 68.6 s.
        assertThat(TimeLeft.whileAdding(5, 200, 100_000_000, 2)).isCloseTo(63.6, within(1e-9));
        assertThat(TimeLeft.whileAnalysing(60, 100, 400, 200, 2)).isCloseTo(180 + 34.4, within(1e-3));
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 0, 0, 2)).isCloseTo(26.4, within(1e-9));
    }

    @Test
    void whatReadingTellsHasBounds() {
        assertThat(TimeLeft.pace(10_000, 2, 200_000_000, 100_000_000)).isEqualTo(4);
        assertThat(TimeLeft.pace(1, 2, 2_000_000_000, 1_000_000_000)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(TimeLeft.pace(0, 2, 0, 0)).isEqualTo(1);
    }

    @Test
    void tooEarlyIsUnknownAndNotZero() {
        assertThat(TimeLeft.whileReading(1, 0.01, 10, 10, 200, 1)).isNull();
        assertThat(TimeLeft.whileAnalysing(1, 1, 100, 200, 1)).isNull();
        assertThat(TimeLeft.whileAnalysing(1, 0, 0, 200, 1)).isNull();
    }
}
