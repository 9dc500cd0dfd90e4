package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampledRateTest {
    @Test
    void theErrorIsThatOfTheMean() {
        SampledRate rate = new SampledRate();
        rate.add(9, 1_000);
        rate.add(11, 1_000);
        rate.add(10, 1_000);

        // Rates 0.009, 0.011, 0.010: mean 0.010, s = 0.001; 1.96 × 0.001 / √3 / 0.010 = 0.11316.
        assertThat(rate.relativeError()).isCloseTo(0.11316, within(1e-5));
    }

    @Test
    void oneSampleSaysNothingOfItsError() {
        SampledRate rate = new SampledRate();
        rate.add(9, 1_000);
        rate.add(0, 0);

        assertThat(rate.relativeError()).isNull();
    }
}
