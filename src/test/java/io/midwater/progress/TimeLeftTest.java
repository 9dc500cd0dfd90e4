package io.midwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void aQuarterOfTheUnitsInAMinuteLeavesThree() {
        // 60 s × (400 − 100) / 100
        assertThat(TimeLeft.whileAnalysing(60, 100, 400)).isCloseTo(180, within(1e-9));
        assertThat(TimeLeft.whileAnalysing(60, 400, 400)).isZero();
    }

    @Test
    void readingHasTheUnitsStillBeforeIt() {
        // Half is read in 10 s: 10 s more, and 20 s × 2.8 / 0.45 = 124.4 s of units when all rows are kept.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 1_000)).isCloseTo(134.4, within(0.05));
        // Nothing kept, nothing to analyse.
        assertThat(TimeLeft.whileReading(10, 0.5, 1_000, 0)).isCloseTo(10, within(1e-9));
    }

    @Test
    void tooEarlyIsUnknownAndNotZero() {
        assertThat(TimeLeft.whileReading(1, 0.01, 10, 10)).isNull();
        assertThat(TimeLeft.whileAnalysing(1, 1, 100)).isNull();
        assertThat(TimeLeft.whileAnalysing(1, 0, 0)).isNull();
    }
}
