package io.midwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedSharesTest {
    @Test
    void intervalOfFiftyPairs() {
        // 32 of 50 (Wilson 0.5014 … 0.7586) against 22 of 50 (0.3116 … 0.5769); 20 × 16 − 12 × 2 = 296, less 25 for
        // continuity, over √(32 × 18 × 22 × 28) = 595.65: correlation 0.4550.
        // Below: 0.1386² − 2 × 0.455 × 0.1386 × 0.1369 + 0.1369² = 0.02068, root 0.1438.
        PairedShares shares = new PairedShares(20, 12, 2, 16);
        assertThat(shares.difference()).isEqualTo(0.2);
        assertThat(shares.interval().lower()).isCloseTo(0.0562, within(5e-5));
        assertThat(shares.interval().upper()).isCloseTo(0.3292, within(5e-5));
        // Of 14 pairs that differ, 2 or fewer one way: (1 + 14 + 91) / 2¹⁴, twice.
        assertThat(shares.p()).isCloseTo(2 * 106 / 16384.0, within(1e-12));
    }

    @Test
    void swappedAnswersMirrorTheInterval() {
        Interval interval = new PairedShares(20, 12, 2, 16).interval();
        Interval mirrored = new PairedShares(20, 2, 12, 16).interval();
        assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-15));
        assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-15));
    }

    @Test
    void withoutSubjectsThereIsNothing() {
        assertThat(new PairedShares(0, 0, 0, 0).difference()).isNaN();
        assertThat(new PairedShares(0, 0, 0, 0).interval()).isNull();
        // Nobody says yes: the difference is 0, and both ends are Wilson's upper end for 0 of 5, 0.4345, joined.
        assertThat(new PairedShares(0, 0, 0, 5).interval().upper()).isCloseTo(0.4345, within(5e-5));
    }
}
