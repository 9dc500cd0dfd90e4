package io.midwater.domain;

import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.RowGroup;
import io.midwater.slice.TestSlice;
import org.junit.jupiter.api.Test;

class QuoteHistoryTest {
    private static final long NONE = RowGroup.NULL;

    /** Changes at 10, 20 (twice, sequences 1 and 2), 30 (crossed), 40 (missing) and 50. */
    private static QuoteHistory history() {
        return QuoteHistory.ofFile(
                6,
                PackedColumn.of(10, 20, 20, 30, 40, 50),
                PackedColumn.of(1, 1, 2, 1, 1, 1),
                PackedColumn.of(100, 101, 102, 105, NONE, 103),
                PackedColumn.of(110, 110, 110, 104, 110, 111));
    }

    @Test
    void aChangeWithoutSequenceComesBeforeTheOthersOfItsInstant() {
        QuoteHistory quotes = QuoteHistory.ofFile(
                1, PackedColumn.of(10), PackedColumn.of(NONE), PackedColumn.of(100), PackedColumn.of(110));

        assertThat(quotes.sequence(0)).isEqualTo(NONE);
        assertThat(quotes.before(10)).isEqualTo(-1);
        assertThat(quotes.before(10, 0)).isZero();
        assertThat(quotes.at(10)).isZero();
    }

    @Test
    void inForceIsTheNewestStrictlyEarlier() {
        QuoteHistory quotes = history();

        assertThat(quotes.before(10)).isEqualTo(-1);
        assertThat(quotes.before(11)).isZero();
        assertThat(quotes.before(20)).isZero();
        // Inside one instant the sequence decides.
        assertThat(quotes.before(20, 1)).isZero();
        assertThat(quotes.before(20, 2)).isEqualTo(1);
        assertThat(quotes.before(20, 3)).isEqualTo(2);
        assertThat(quotes.before(1_000)).isEqualTo(5);
        assertThat(quotes.at(9)).isEqualTo(-1);
        assertThat(quotes.at(20)).isEqualTo(2);
        assertThat(quotes.at(Long.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void crossedAndMissingQuotesEndTheMidpointUntilTheNext() {
        QuoteHistory quotes = history();

        assertThat(quotes.state(3)).isEqualTo(QuoteState.CROSSED);
        assertThat(quotes.state(4)).isEqualTo(QuoteState.MISSING);
        assertThat(quotes.usable(quotes.before(35))).isFalse();
        assertThat(quotes.usable(quotes.before(45))).isFalse();
        assertThat(quotes.usable(quotes.before(51))).isTrue();
        assertThat(quotes.usable(-1)).isFalse();
        // However old, the last usable one is the second of 20.
        assertThat(quotes.usableBefore(45, 0)).isEqualTo(2);
        assertThat(quotes.usableBefore(10, 1)).isEqualTo(-1);
        // 102 + 110, twice the midpoint.
        assertThat(quotes.mid2(2)).isEqualTo(212);
    }

    @Test
    void aMissingSideLeavesNoHalfQuote() {
        QuoteHistory quotes = history();

        assertThat(quotes.bid(4)).isEqualTo(NONE);
        assertThat(quotes.offer(4)).isEqualTo(NONE);
    }

    @Test
    void onlyChangesAreKept() {
        QuoteHistory quotes = QuoteHistory.ofFile(
                6,
                PackedColumn.of(1, 2, 3, 4, 5, 6),
                PackedColumn.of(1, 2, 3, 4, 5, 6),
                // Nothing yet, 100, again, gone, gone in another way, 100.
                PackedColumn.of(NONE, 100, 100, 0, -5, 100),
                PackedColumn.of(NONE, 110, 110, 110, 110, 110));

        assertThat(quotes.size()).isEqualTo(3);
        assertThat(quotes.timestamp(0)).isEqualTo(2);
        assertThat(quotes.timestamp(1)).isEqualTo(4);
        assertThat(quotes.timestamp(2)).isEqualTo(6);
    }

    @Test
    void orderRowsGiveTheNationalPairOrElseTheLocalOne() {
        QuoteHistory quotes = new TestSlice()
                .event(
                        1,
                        at("11:00"),
                        "1:6",
                        5,
                        5,
                        0,
                        "national_bid",
                        100,
                        "national_offer",
                        110,
                        "bid",
                        99,
                        "offer",
                        111)
                .event(
                        1,
                        at("11:01"),
                        "1:5",
                        5,
                        5,
                        0,
                        "national_bid",
                        0,
                        "national_offer",
                        110,
                        "bid",
                        98,
                        "offer",
                        112)
                // A crossed national pair is there: it is not replaced.
                .event(
                        1,
                        at("11:02"),
                        "2:1",
                        5,
                        5,
                        0,
                        "national_bid",
                        120,
                        "national_offer",
                        110,
                        "bid",
                        98,
                        "offer",
                        112)
                .slice()
                .quotes();

        assertThat(quotes.size()).isEqualTo(3);
        assertThat(quotes.source(0)).isEqualTo(QuoteSource.NATIONAL);
        assertThat(quotes.bid(1)).isEqualTo(98);
        assertThat(quotes.source(1)).isEqualTo(QuoteSource.LOCAL);
        assertThat(quotes.state(2)).isEqualTo(QuoteState.CROSSED);
    }

    @Test
    void theArrivalQuoteIsTheRowsOwnOrTheNewestUsableEarlierOne() {
        Slice slice = new TestSlice()
                .event(1, at("11:00"), "1:6", 5, 5, 0, "national_bid", 100, "national_offer", 110)
                .event(2, at("11:01"), "1:6", 5, 5, 0, "national_bid", 120, "national_offer", 110)
                .event(3, at("11:02"), "1:6", 5, 5, 0, "national_bid", 102, "national_offer", 108)
                .slice();

        assertThat(ArrivalQuote.of(slice, life(slice, 0))).isEqualTo(new ArrivalQuote(100, 110, 0));
        // Crossed on its own row: the one of a minute ago.
        assertThat(ArrivalQuote.of(slice, life(slice, 1))).isEqualTo(new ArrivalQuote(100, 110, 60_000_000_000L));
        assertThat(ArrivalQuote.of(slice, life(slice, 2))).isEqualTo(new ArrivalQuote(102, 108, 0));
    }

    @Test
    void theArrivalQuoteOfAFileIsStrictlyEarlier() {
        Slice slice = new TestSlice()
                .quote(at("10:59:30"), 100, 110)
                .quote(at("11:00"), 101, 109)
                .event(1, at("11:00"), "1:6", 5, 5, 0, "national_bid", 1, "national_offer", 2)
                .slice();

        assertThat(ArrivalQuote.of(slice, life(slice, 0))).isEqualTo(new ArrivalQuote(100, 110, 30_000_000_000L));
    }

    /** The life of a new order whose one event is the row of its number. */
    private static OrderLife life(Slice slice, int row) {
        return new OrderLife(
                row,
                slice.orders().orderId(row),
                Side.BUY,
                NONE,
                OrderKind.SWEEP,
                2048,
                row,
                row,
                row,
                false,
                false,
                0,
                NONE,
                slice.orders().timestamp(row),
                5,
                0,
                5,
                5,
                0,
                0,
                NONE,
                slice.orders().timestamp(row),
                6,
                FillClass.NONE,
                TerminalReason.OPEN);
    }
}
