package io.midwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void aQuarterOfTheUnitsInAMinuteLeavesThree() {
        // 60 s × (400 − 100) / 100, then 10 s and 0.045 s for each of 200 units.
        assertThat(TimeLeft.whileAnalysing(60, 100, 400, 200)).isCloseTo(180 + 19, within(1e-3));
        assertThat(TimeLeft.whileAnalysing(60, 400, 400, 200)).isCloseTo(19, within(1e-3));
    }

    @Test
    void readingHasTheUnitsStillBeforeIt() {
        // Half is read in 10 s: 10 s more, and 20 s × 1.3 / 0.45 = 57.8 s of units when all rows are kept, then 10 s.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 1_000, 0)).isCloseTo(77.8, within(0.05));
        // Nothing kept, nothing to analyse.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 0, 0)).isCloseTo(20, within(1e-9));
    }

    @Test
    void whatFollowsTheUnitsTakesItsTimeToo() {
        // 10 s, 9 s for 200 units, 11 s for 100 million rows
        assertThat(TimeLeft.whileFinishing(5, 200, 100_000_000)).isCloseTo(25, within(1e-9));
        assertThat(TimeLeft.whileFinishing(50, 200, 100_000_000)).isZero();
    }

    @Test
    void tooEarlyIsUnknownAndNotZero() {
        assertThat(TimeLeft.whileReading(1, 0.01, 10, 10, 200)).isNull();
        assertThat(TimeLeft.whileAnalysing(1, 1, 100, 200)).isNull();
        assertThat(TimeLeft.whileAnalysing(1, 0, 0, 200)).isNull();
    }
}
