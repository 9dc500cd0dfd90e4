package io.midwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void aQuarterOfTheUnitsInAMinuteLeavesThree() {
        // 60 s × (400 − 100) / 100, then 10 s and 0.045 s for each of 200 units.
        assertThat(TimeLeft.whileAnalysing(60, 100, 400, 200, 1)).isCloseTo(180 + 19, within(1e-3));
        assertThat(TimeLeft.whileAnalysing(60, 400, 400, 200, 1)).isCloseTo(19, within(1e-3));
    }

    @Test
    void readingHasTheUnitsStillBeforeIt() {
        // Half is read in 10 s: 10 s more, and 20 s × 1.6 / 0.55 = 58.2 s of units when all rows are kept, then 10 s.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 1_000, 0, 1)).isCloseTo(78.2, within(0.05));
        // Nothing kept, nothing to analyse.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 0, 0, 1)).isCloseTo(20, within(1e-9));
    }

    @Test
    void whatFollowsTheUnitsTakesItsTimeToo() {
        // 10 s, 9 s for 200 units, 11 s for 100 million rows
        assertThat(TimeLeft.whileFinishing(5, 200, 100_000_000, 1)).isCloseTo(25, within(1e-9));
        assertThat(TimeLeft.whileFinishing(50, 200, 100_000_000, 1)).isZero();
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

        // 30 s of aggregates and report are 60 s.
        assertThat(TimeLeft.whileFinishing(5, 200, 100_000_000, 2)).isCloseTo(55, within(1e-9));
        assertThat(TimeLeft.whileAnalysing(60, 100, 400, 200, 2)).isCloseTo(180 + 38, within(1e-3));
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 0, 0, 2)).isCloseTo(30, within(1e-9));
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
