package io.midwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FirstEventTest {
    @Test
    void tenOrdersWorkedOutByHand() {
        FirstEvent curve = new FirstEvent(10);
        curve.step(2, 1, 0);
        assertThat(curve.kaplanMeier()).isCloseTo(0.2, within(1e-15)); // 2 / 10
        assertThat(curve.incidence()).isCloseTo(0.2, within(1e-15));
        curve.step(0, 0, 1);
        assertThat(curve.atRisk()).isEqualTo(6); // 10 − 2 − 1 − 1
        curve.step(3, 0, 0);
        assertThat(curve.atRisk()).isEqualTo(3);
        // 1 − 8/10 × 3/6; the cancelled one is taken as lost.
        assertThat(curve.kaplanMeier()).isCloseTo(0.6, within(1e-15));
        // 2/10 + 7/10 × 3/6: seven of ten were neither filled nor cancelled.
        assertThat(curve.incidence()).isCloseTo(0.55, within(1e-15));
    }

    @Test
    void withoutLossesBothAreThePartThatHasTheEvent() {
        FirstEvent curve = new FirstEvent(8);
        curve.step(1, 0, 0);
        curve.step(3, 0, 0);
        assertThat(curve.kaplanMeier()).isCloseTo(0.5, within(1e-15));
        assertThat(curve.incidence()).isCloseTo(0.5, within(1e-15));
        curve.step(0, 0, 4);
        curve.step(0, 0, 0);
        assertThat(curve.atRisk()).isZero();
        assertThat(curve.incidence()).isCloseTo(0.5, within(1e-15));
    }
}
