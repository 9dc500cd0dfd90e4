package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.control.Pace;
import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.UnitSample;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final String HERE = "desk-7";

    /** Built-in: 300 MB / 30 MB/s + 1,400 MB / 700 MB/s = 12 core seconds, 6 s on two cores. */
    private static Pace pace(double seconds) {
        return new Pace("r1", HERE, 2, 300_000_000, 1_400_000_000, seconds);
    }

    @Test
    void aPassTwiceAsFastDoublesBothRates() {
        Rates rates = Rates.measured(pace(3), HERE);

        assertThat(rates.selected()).isEqualTo(60e6);
        assertThat(rates.other()).isEqualTo(1400e6);
        assertThat(rates.text())
                .isEqualTo(
                        "rate of run r1 on this output: 60 MB/s per core for selected rows, 1400 MB/s for the others");
        // The same pass is told to take what it took, and twice as long on one core.
        assertThat(rates.seconds(300_000_000, 1_400_000_000, 2)).isEqualTo(3);
        assertThat(rates.seconds(300_000_000, 1_400_000_000, 1)).isEqualTo(6);
    }

    @Test
    void anotherMachineOrNoRunSaysNothing() {
        assertThat(Rates.measured(pace(3), "desk-8")).isSameAs(Rates.BUILT_IN);
        assertThat(Rates.measured(null, HERE)).isSameAs(Rates.BUILT_IN);
    }

    @Test
    void lessThan256MegabytesAreStartUp() {
        assertThat(Rates.measured(new Pace("r1", HERE, 2, 268_435_455, 0, 5), HERE))
                .isSameAs(Rates.BUILT_IN);
        // 268.4 MB / 30 MB/s / 2 cores = 4.474 s expected, 4 s taken.
        assertThat(Rates.measured(new Pace("r1", HERE, 2, 268_435_455, 1, 4), HERE)
                        .text())
                .startsWith("rate of run r1 on this output: 34 MB/s");
    }

    @Test
    void aPassWithoutTimeOrCoresSaysNothing() {
        assertThat(Rates.measured(pace(0), HERE)).isSameAs(Rates.BUILT_IN);
        assertThat(Rates.measured(new Pace("r1", HERE, 0, 300_000_000, 0, 5), HERE))
                .isSameAs(Rates.BUILT_IN);
    }

    /** 6 s expected: 0.25 s would be 24 times as fast, 10 h a machine asleep. */
    @Test
    void whatIsBeyondBeliefIsSaidAndNotTaken() {
        Rates fast = Rates.measured(pace(0.25), HERE);
        Rates slow = Rates.measured(pace(36_000), HERE);

        assertThat(fast.selected()).isEqualTo(30e6);
        assertThat(fast.text()).startsWith("built-in rate; that of run r1, 24.0 times it, is not believed: 30 MB/s");
        assertThat(slow.other()).isEqualTo(700e6);
        assertThat(slow.text()).contains("that of run r1, 0.000167 times it, is not believed");
    }

    @Test
    void aPlanIsStartUpAndThePass() {
        // 1,200 MB, of which a quarter of the rows is selected: 300 MB and 900 MB.
        UnitSample sample = new UnitSample(
                new TreeMap<>(Map.of(new SecurityDay(7, LocalDate.of(2024, 9, 5)), 1000L)),
                List.of(new UnitSample.Kind(InputKind.ORDERS, 1, 1_200_000_000, 4000, 1000, 0, 1_200_000_000, null)),
                false);
        assertThat(sample.selectedBytes()).isEqualTo(300_000_000);
        assertThat(sample.otherBytes()).isEqualTo(900_000_000);

        // 25 + (300/30 + 900/700) / 2 = 25 + 5.64; at half the rates 25 + 11.29.
        assertThat(new CostModel(sample, 2, false, Rates.BUILT_IN).seconds()).isEqualTo(31);
        assertThat(new CostModel(sample, 2, false, Rates.measured(pace(12), HERE)).seconds())
                .isEqualTo(36);
    }
}
