package io.midwater.classification;

import static io.midwater.slice.TestSlice.DATE;
import static io.midwater.slice.TestSlice.at;
import static io.midwater.slice.TestSlice.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Bucket;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.Outcome;
import io.midwater.domain.Slice;
import io.midwater.slice.TestSlice;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
    private static final long T = at("11:00");
    private static final long SECOND = 1_000_000_000L;

    private static ClassificationOptions options(Population population) {
        return new ClassificationOptions(
                population,
                SECOND,
                List.of(
                        new Bucket("TINY", 100),
                        new Bucket("SMALL", 1_000),
                        new Bucket("MEDIUM", 10_000),
                        new Bucket("LARGE", Long.MAX_VALUE)),
                List.of(
                        new Bucket("UP_TO_2K", 2_000),
                        new Bucket("UP_TO_10K", 10_000),
                        new Bucket("OVER_10K", Long.MAX_VALUE)),
                List.of(
                        before("PRE_OPEN", 10),
                        before("MORNING", 12),
                        before("MIDDAY", 15),
                        before("AFTERNOON", 16),
                        new Bucket("CLOSE_OR_LATER", Long.MAX_VALUE)));
    }

    private static Bucket before(String name, int hour) {
        return new Bucket(name, LocalTime.of(hour, 0).toNanoOfDay() - 1);
    }

    private static OrderClasses classes(TestSlice day) {
        return classes(day, Population.SWEEP);
    }

    private static OrderClasses classes(TestSlice day, Population population) {
        Slice slice = day.slice();
        Classifier classifier = new Classifier(slice, options(population));
        return classifier.classes(classifier.life(0));
    }

    private static TestSlice day() {
        return new TestSlice().usualSession();
    }

    private static TestSlice filledAfter(long ns) {
        return day().event(1, T, "1:6", 100, 100, 0)
                .event(1, T + ns, "2:3", 100, 0, 100)
                .leg(1, T + ns, 10_000, 100);
    }

    @Test
    void immediateIsSoonerThanASecondAfterArrival() {
        assertThat(classes(filledAfter(0)).outcome()).isEqualTo(Outcome.A_IMMEDIATE_FULL);
        assertThat(classes(filledAfter(SECOND - 1)).outcome()).isEqualTo(Outcome.A_IMMEDIATE_FULL);
        assertThat(classes(filledAfter(SECOND)).outcome()).isEqualTo(Outcome.B_EVENTUAL_FULL);
        // One fill after an hour's rest is not immediate, though it takes no time.
        assertThat(classes(filledAfter(3_600 * SECOND)).outcome()).isEqualTo(Outcome.B_EVENTUAL_FULL);
        // 99 of 100 is not full: no tolerance.
        assertThat(classes(day().event(1, T, "1:6", 100, 100, 0).event(1, T, "1:3", 100, 1, 99))
                        .outcome())
                .isEqualTo(Outcome.C_PARTIAL_NONE);
    }

    @Test
    void theFunnelStopsAtTheFirstStepThatFails() {
        // Outside the population.
        assertThat(classes(day().event(1, T, "1:6", 100, 100, 0, "exchangeordertype", 64))
                        .funnelStep())
                .isEqualTo(-1);
        // Carried over from an earlier day.
        long evening = on(DATE.minusDays(1), "21:22");
        assertThat(classes(day().event(1, evening, "2:6", 100, 100, 0).event(1, evening, "1:30", 100, 100, 0))
                        .funnelStep())
                .isZero();
        // Not full.
        assertThat(classes(day().event(1, T, "1:6", 100, 100, 0)).funnelStep()).isEqualTo(1);
        // Full, but nothing of it on the tape.
        assertThat(classes(day().event(1, T, "1:6", 100, 100, 0).event(1, T + 1, "2:3", 100, 0, 100))
                        .funnelStep())
                .isEqualTo(2);
        // Traded in an auction.
        TestSlice auction = day().event(1, T, "1:6", 100, 100, 0)
                .event(1, T + 1, "2:3", 100, 0, 100)
                .leg(1, T + 1, 10_000, 100, "dealsource", 20);
        assertThat(classes(auction).funnelStep()).isEqualTo(3);
        // Nothing rested after the entry.
        TestSlice atOnce = day().event(1, T, "2:6", 100, 100, 0)
                .event(1, T, "2:3", 100, 0, 100)
                .leg(1, T, 10_000, 100);
        assertThat(classes(atOnce).funnelStep()).isEqualTo(4);
        assertThat(classes(atOnce).inStudy()).isFalse();
        // All six steps.
        OrderClasses all = classes(filledAfter(SECOND));
        assertThat(all.funnelStep()).isEqualTo(5);
        assertThat(all.inStudy()).isTrue();
        assertThat(all.survivor()).isTrue();
    }

    @Test
    void theStudyTakesOrdersWhateverBecameOfThem() {
        OrderClasses unfilled = classes(day().event(1, T, "1:6", 100, 100, 0));

        assertThat(unfilled.inStudy()).isTrue();
        assertThat(unfilled.survivor()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SWEEP, 64, false", "CENTRE_POINT, 64, true", "CENTRE_POINT, 0, false", "ALL, 0, true"})
    void populationsAreChosenByKind(Population population, int mask, boolean studied) {
        TestSlice order = day().event(1, T, "1:6", 100, 100, 0, "exchangeordertype", mask);

        assertThat(classes(order, population).inStudy()).isEqualTo(studied);
    }

    @Test
    void anyTradedTakesWhatMatched() {
        TestSlice partly =
                day().event(1, T, "1:6", 100, 100, 0, "exchangeordertype", 0).event(1, T + 1, "1:3", 100, 90, 10);

        assertThat(classes(partly, Population.ANY_TRADED).inStudy()).isTrue();
        assertThat(classes(day().event(1, T, "1:6", 100, 100, 0), Population.ANY_TRADED)
                        .inStudy())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, TINY", "100, TINY", "101, SMALL", "1000, SMALL", "1001, MEDIUM", "10000, MEDIUM", "10001, LARGE"})
    void sizesAreThoseOfTheOrderAtArrival(long quantity, String bucket) {
        // Amended to 5 later: its size stays.
        TestSlice order = day().event(1, T, "1:6", quantity, quantity, 0).event(1, T + 1, "1:5", 5, 5, 0);

        assertThat(classes(order).sizeBucket()).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({"1000, TINY", "1001, SMALL", "10000, SMALL", "10001, MEDIUM"})
    void partsOfAShareCountInTheSize(long quantity, String bucket) {
        // Tenths of a share: 1,001 are 100.1 shares, above a class up to 100.
        Slice whole = day().event(1, T, "1:6", quantity, quantity, 0).slice();
        Slice tenths = new Slice(
                whole.unit(),
                whole.orders(),
                whole.trades(),
                whole.quotes(),
                whole.session(),
                whole.index(),
                whole.calendar(),
                whole.priceScale(),
                10);
        Classifier classifier = new Classifier(tenths, options(Population.SWEEP));

        assertThat(classifier.classes(classifier.life(0)).sizeBucket()).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({
        // A$10.000 each: A$2,000 is still in, A$2,000.50 (100 at A$20.005) is above it.
        "200, 10000, UP_TO_2K",
        "100, 20005, UP_TO_10K",
        "201, 10000, UP_TO_10K",
        "1000, 10000, UP_TO_10K",
        "1001, 10000, OVER_10K",
        // Beyond 64 bits.
        "4000000000000000000, 10000, OVER_10K"
    })
    void notionalsAreCurrencyUnits(long quantity, long price, String bucket) {
        TestSlice order = day().event(1, T, "1:6", quantity, quantity, 0, "price", price);

        assertThat(classes(order).notionalBucket()).isEqualTo(bucket);
    }

    @Test
    void marketOrdersHaveNoNotional() {
        assertThat(classes(day().event(1, T, "1:6", 100, 100, 0, "price", 0)).notionalBucket())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "09:59:59.999999999, PRE_OPEN",
        "10:00, MORNING",
        "11:59:59.999999999, MORNING",
        "12:00, MIDDAY",
        "15:00, AFTERNOON",
        "16:00, CLOSE_OR_LATER",
        "18:59, CLOSE_OR_LATER"
    })
    void timesOfDayAreLocalAndHalfOpen(String time, String bucket) {
        assertThat(classes(day().event(1, at(time), "1:6", 100, 100, 0)).timeOfDay())
                .isEqualTo(bucket);
    }
}
