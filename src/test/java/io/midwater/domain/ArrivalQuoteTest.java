package io.midwater.domain;

import static io.midwater.slice.TestSlice.DATE;
import static io.midwater.slice.TestSlice.at;
import static io.midwater.slice.TestSlice.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.Classifier;
import io.midwater.classification.Population;
import io.midwater.slice.TestSlice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalQuoteTest {
    private static final long T = at("11:00");
    private static final long SECOND = 1_000_000_000L;

    private static TestSlice day() {
        return new TestSlice().usualSession();
    }

    private static TestSlice quoted(TestSlice day, long order, long time, String code, long bid, long offer) {
        return day.event(order, time, code, 100, 100, 0, "national_bid", bid, "national_offer", offer);
    }

    /** What order 1 met. */
    private static ArrivalQuote quote(TestSlice day) {
        Slice slice = day.slice();
        List<Bucket> any = List.of(new Bucket("ANY", Long.MAX_VALUE));
        Classifier classifier = new Classifier(slice, new ClassificationOptions(Population.ALL, SECOND, any, any, any));
        OrderLife life = classifier.life(0);
        return ArrivalQuote.of(slice, life.orderId() == 1 ? life : classifier.life(1));
    }

    @Test
    void theArrivalRowsOwnSnapshotGoesFirst() {
        TestSlice day = quoted(quoted(day(), 1, T, "1:6", 10_000, 10_200), 2, T - SECOND, "1:6", 9_900, 9_910);

        assertThat(quote(day)).isEqualTo(new ArrivalQuote(10_000, 10_200, 0));
    }

    @Test
    void elseTheNewestEarlierUsableOneHolds() {
        // Crossed on the arrival row and a second before; usable two seconds before.
        TestSlice day = quoted(
                quoted(quoted(day(), 1, T, "1:6", 10_200, 10_000), 2, T - SECOND, "1:6", 10_300, 10_000),
                2,
                T - 2 * SECOND,
                "1:6",
                9_900,
                9_910);

        assertThat(quote(day)).isEqualTo(new ArrivalQuote(9_900, 9_910, 2 * SECOND));
    }

    @Test
    void aQuoteFileWithoutQuotesGivesNoneWhereItIsAskedFor() {
        // Its one row, a minute before, has no bid; the arrival row says 10,000 to 10,200.
        TestSlice day = quoted(day(), 1, T, "1:6", 10_000, 10_200)
                .quote(T - 60 * SECOND, 0, 10_200)
                .quotesFrom(QuoteSourceMode.FILE);

        assertThat(day.slice().quotes().size()).isZero();
        assertThat(quote(day)).isNull();
    }

    @Test
    void aCarriedOrderMeetsTheQuoteInForceWhenItsSessionStarts() {
        long evening = on(DATE.minusDays(1), "21:22");
        TestSlice day = quoted(quoted(day(), 1, evening, "1:30", 10_000, 10_200), 2, at("09:58"), "1:6", 9_900, 9_910);

        assertThat(quote(day)).isEqualTo(new ArrivalQuote(9_900, 9_910, 60 * SECOND));
    }

    @Test
    void anOrderReloadedInTheSessionArrivesWithItsRow() {
        TestSlice day = quoted(quoted(day(), 1, T, "1:31", 10_000, 10_200), 2, T - SECOND, "1:6", 9_900, 9_910);

        assertThat(quote(day)).isEqualTo(new ArrivalQuote(10_000, 10_200, 0));
    }

    @Test
    void aReloadedOrderThatEndedBeforeTheSessionArrivedWithItsRow() {
        // Reloaded and purged at once.
        long evening = on(DATE.minusDays(1), "21:22");
        TestSlice day = quoted(quoted(day(), 1, evening, "1:30", 10_000, 10_200), 1, evening, "2:9", 10_000, 10_200);

        assertThat(quote(day)).isEqualTo(new ArrivalQuote(10_000, 10_200, 0));
    }
}
