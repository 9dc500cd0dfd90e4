package io.midwater.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.classification.Population;
import io.midwater.domain.Bucket;
import io.midwater.domain.Horizon;
import io.midwater.domain.InputKind;
import io.midwater.domain.QuoteSourceMode;
import io.midwater.metrics.Rule605Options;
import io.midwater.simulation.MatchingOptions;
import io.midwater.simulation.Scenario;
import io.midwater.simulation.SimulationOptions.Benchmark;
import io.midwater.totals.Aggregate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The defaults are public: users rely on them. */
class DefaultsTest {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final MidwaterConfig config =
            ConfigLoader.load(null, List.of("input.orders=o.csv", "input.trades=t.csv", "output.path=out"));

    @Test
    void input() {
        assertThat(config.input().paths().get(InputKind.QUOTES)).isEmpty();
        assertThat(config.input().fromNs()).isEqualTo(ns(LocalDate.of(1990, 1, 1)));
        assertThat(config.input().toNs()).isEqualTo(ns(LocalDate.of(2100, 1, 1)));
        assertThat(config.input().priceDecimals()).isZero();
        assertThat(config.input().maxRejectRate()).isEqualTo(0.001);
        assertThat(config.input().csv()).isEqualTo(new InputConfig.Csv(',', '"', 1024 * 1024));
    }

    @Test
    void selectionIsEverything() {
        assertThat(config.select()).isEqualTo(new SelectConfig(List.of(), null, null, List.of(), null, null));
    }

    @Test
    void market() {
        assertThat(config.market().dateFromColumn()).isFalse();
        assertThat(config.market().rules().zone().getId()).isEqualTo("Australia/Sydney");
        assertThat(config.market().rules().rollover()).isEqualTo(LocalTime.of(19, 0));
        assertThat(config.market().rules().holidays()).isEmpty();
        assertThat(config.market().rules().priceScale()).isEqualTo(1000);
        assertThat(config.market().rules().quantityScale()).isEqualTo(1);
        assertThat(config.market().rules().quoteSource()).isEqualTo(QuoteSourceMode.AUTO);
        assertThat(config.market().rules().quoteMaxAgeNs()).isEqualTo(MINUTE_NS);
    }

    @Test
    void classification() {
        assertThat(config.classification().population()).isEqualTo(Population.SWEEP);
        assertThat(config.classification().immediateWithinNs()).isEqualTo(1_000_000_000L);
        assertThat(config.classification().sizeBuckets())
                .containsExactly(
                        new Bucket("TINY", 100),
                        new Bucket("SMALL", 1_000),
                        new Bucket("MEDIUM", 10_000),
                        new Bucket("LARGE", Long.MAX_VALUE));
        assertThat(config.classification().notionalBuckets())
                .containsExactly(
                        new Bucket("UP_TO_2K", 2_000),
                        new Bucket("UP_TO_10K", 10_000),
                        new Bucket("UP_TO_50K", 50_000),
                        new Bucket("UP_TO_200K", 200_000),
                        new Bucket("OVER_200K", Long.MAX_VALUE));
        // Bounds are inclusive, so "before 10:00" ends one nanosecond earlier: 600 minutes − 1 ns.
        assertThat(config.classification().timeOfDayBuckets())
                .containsExactly(
                        new Bucket("PRE_OPEN", 600 * MINUTE_NS - 1),
                        new Bucket("MORNING", 720 * MINUTE_NS - 1),
                        new Bucket("MIDDAY", 900 * MINUTE_NS - 1),
                        new Bucket("AFTERNOON", 960 * MINUTE_NS - 1),
                        new Bucket("CLOSE_OR_LATER", Long.MAX_VALUE));
    }

    @Test
    void metrics() {
        assertThat(config.metrics().feeBps()).isZero();
        assertThat(config.metrics().rule605()).isEqualTo(Rule605Options.AMENDED_RULE);
        assertThat(config.metrics().horizons())
                .containsExactly(
                        new Horizon("50ms", 50_000_000L),
                        new Horizon("1s", 1_000_000_000L),
                        new Horizon("15s", 15_000_000_000L),
                        new Horizon("60s", MINUTE_NS),
                        new Horizon("5m", 5 * MINUTE_NS));
    }

    @Test
    void simulation() {
        assertThat(config.simulation().scenarios()).containsExactlyInAnyOrder(Scenario.values());
        assertThat(config.simulation().benchmark()).isEqualTo(Benchmark.ARRIVAL);
        assertThat(config.simulation().limitedFraction()).isEqualTo(0.5);
        assertThat(config.simulation().priceImpactBps()).isEqualTo(5);
        assertThat(config.simulation().validate()).isFalse();
        assertThat(config.simulation().matching())
                .isEqualTo(new MatchingOptions(
                        MatchingOptions.StudyLimit.MID_TICK,
                        MatchingOptions.Scope.REST,
                        MatchingOptions.StudyHorizon.LAST_FILL,
                        MatchingOptions.Availability.LATER,
                        false,
                        MatchingOptions.Preferencing.INFER,
                        Set.of(),
                        false,
                        0));
    }

    @Test
    void output() {
        assertThat(config.output().formats()).containsExactlyInAnyOrder(OutputConfig.Format.values());
        assertThat(config.output().layout()).isEqualTo(OutputConfig.Layout.SECURITY_DATE);
        assertThat(config.output().aggregates())
                .hasSize(Aggregate.values().length - 1)
                .doesNotContain(Aggregate.RULE605);
    }

    @Test
    void run() {
        assertThat(config.run()).isEqualTo(new RunConfig(0, -1, Duration.ofHours(1), new SliceMemory(0, 25)));
        // A quarter of 4,000 bytes.
        assertThat(config.run().maxSliceMemory().limit(4_000)).isEqualTo(1_000);
    }

    private static long ns(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
    }
}
