package io.midwater.slice;

import static io.midwater.slice.TestSlice.DATE;
import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Finding;
import io.midwater.domain.InputKind;
import io.midwater.domain.QuoteSource;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceAssemblerTest {
    private static final SecurityDay UNIT = new SecurityDay(7, DATE);

    private static TestRows order(long id, long time, long sequence) {
        return new TestRows(InputKind.ORDERS)
                .add("order_id", id, "exchange", 1, "timestamp", time, "sequence", sequence, "side", 1);
    }

    private static TestRows leg(long order, long price, long line) {
        return new TestRows(InputKind.TRADES)
                .add(
                        "orderid",
                        order,
                        "tradetime",
                        at("11:00"),
                        "sequence",
                        9,
                        "matchgroupid",
                        1,
                        "side",
                        1,
                        "dealsource",
                        1,
                        "tradeprice",
                        price,
                        "quantity",
                        10,
                        "_line",
                        line,
                        "_offset",
                        100 * line);
    }

    private static Assembled assemble(Map<InputKind, List<Piece>> pieces) {
        return TestSlice.assembler(TestSlice.RULES).assemble(UNIT, pieces);
    }

    private static List<Long> ids(Slice slice) {
        List<Long> ids = new ArrayList<>();
        for (int row = 0; row < slice.orders().count(); row++) {
            ids.add(slice.orders().orderId(row));
        }
        return ids;
    }

    @Test
    void piecesInAnyOrderGiveTheSameSlice() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // The later the piece, the earlier its row.
            pieces.add(new Piece(i / 3, i % 3, 0, order(i, at("11:00") - i, 1).block()));
        }
        for (int round = 0; round < 6; round++) {
            Collections.rotate(pieces, 1);
            assertThat(ids(assemble(Map.of(InputKind.ORDERS, pieces)).slice())).containsExactly(5L, 4L, 3L, 2L, 1L, 0L);
        }
    }

    @Test
    void duplicatesAreChargedToTheFileThatRepeatsThem() {
        TestRows first = order(1, at("11:00"), 1)
                .add("order_id", 2, "exchange", 1, "timestamp", at("11:01"), "sequence", 2, "side", 1);
        List<Piece> pieces = List.of(
                new Piece(4, 0, 0, first.block()),
                new Piece(5, 0, 0, order(1, at("11:00"), 1).block()),
                new Piece(6, 0, 0, order(1, at("11:00"), 1).block()));

        Assembled assembled = assemble(Map.of(InputKind.ORDERS, pieces));

        assertThat(ids(assembled.slice())).containsExactly(1L, 2L);
        assertThat(assembled.findings().count(Finding.DUPLICATE_ORDER_ROWS)).isEqualTo(2);
        assertThat(assembled.duplicatesByFile()).isEqualTo(Map.of(5, 1L, 6, 1L));
    }

    @Test
    void rejectedLegsKeepTheirPlaceInTheFile() {
        Map<InputKind, List<Piece>> pieces = new EnumMap<>(InputKind.class);
        pieces.put(
                InputKind.ORDERS,
                List.of(new Piece(0, 0, 0, order(1, at("10:30"), 1).block())));
        pieces.put(
                InputKind.TRADES,
                List.of(
                        new Piece(2, 1, 0, leg(1, 100, 3).block()),
                        new Piece(3, 0, 4, leg(1, 101, 8).block())));

        Assembled assembled = assemble(pieces);

        assertThat(assembled.rejectedLegs())
                .containsExactlyInAnyOrder(
                        new Assembled.RejectedLeg(2, 1, 3, 300), new Assembled.RejectedLeg(3, 0, 8, 800));
        assertThat(assembled.slice().trades().count()).isZero();
        assertThat(assembled.findings().count(Finding.CONFLICTING_TRADE_LEGS)).isEqualTo(2);
    }

    @Test
    void aDayWithoutAnythingIsAnEmptySlice() {
        Slice slice = assemble(Map.of()).slice();

        assertThat(slice.orders().count()).isZero();
        assertThat(slice.trades().count()).isZero();
        assertThat(slice.quotes().size()).isZero();
        assertThat(slice.index().orders()).isZero();
        assertThat(slice.session().derived()).isTrue();
    }

    @Test
    void orphanLegsAreKeptAndCounted() {
        Assembled assembled = new TestSlice()
                .event(1, at("11:00"), "1:6", 10, 10, 0)
                .leg(99, at("11:00"), 10_000, 10)
                .assembled();

        assertThat(assembled.slice().trades().count()).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.ORPHAN_LEGS)).isEqualTo(1);
    }

    @Test
    void aTradeTakenBackIsNoFill() {
        // The same leg again, a second later, taken back: match 1 of order 1.
        TestSlice day = new TestSlice()
                .event(1, at("11:00"), "1:6", 10, 10, 0)
                .leg(1, at("11:00"), 10_000, 10, "matchgroupid", 1)
                .leg(1, at("11:00:01"), 10_000, 10, "matchgroupid", 1, "cancelled", 1);

        Assembled assembled = day.assembled();

        assertThat(assembled.slice().trades().count()).isEqualTo(1);
        assertThat(assembled.slice().trades().tradeClass(0)).isEqualTo(TradeClass.CANCELLED);
        assertThat(assembled.findings().count(Finding.DUPLICATE_TRADE_LEGS)).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.CANCELLED_LEGS)).isEqualTo(1);
    }

    @Test
    void aQuoteFileIsUsedWhereItIsDense() {
        // Five rows; four of them meet a quote of the last minute: 80 % is just enough.
        TestSlice day = new TestSlice().quote(at("10:59:59"), 9_990, 10_010);
        for (int second = 0; second < 4; second++) {
            day.event(1, at("11:00:0" + second), "1:6", 10, 10, 0, "national_bid", 1, "national_offer", 2);
        }
        day.event(1, at("11:01:00"), "2:1", 10, 10, 0, "national_bid", 1, "national_offer", 2);

        Assembled dense = day.assembled();

        assertThat(dense.slice().quotes().source(0)).isEqualTo(QuoteSource.FILE);
        assertThat(dense.findings().count(Finding.QUOTES_FROM_ORDERS)).isZero();
    }

    @Test
    void aThinQuoteFileIsNot() {
        TestSlice day = new TestSlice().quote(at("10:59:59"), 9_990, 10_010);
        for (int second = 0; second < 3; second++) {
            day.event(1, at("11:00:0" + second), "1:6", 10, 10, 0, "national_bid", 1, "national_offer", 2);
        }
        // 61 seconds old: one of four has no fresh quote.
        day.event(1, at("11:01:00"), "2:1", 10, 10, 0, "national_bid", 1, "national_offer", 2);

        Assembled thin = day.assembled();

        assertThat(thin.slice().quotes().source(0)).isEqualTo(QuoteSource.NATIONAL);
        assertThat(thin.findings().count(Finding.QUOTES_FROM_ORDERS)).isEqualTo(1);
    }

    @Test
    void aQuoteFileWithoutUsableQuotesCoversNothing() {
        // A second before each of four rows: no bid, a crossed quote, a locked one, a normal one.
        TestSlice day = new TestSlice()
                .quote(at("10:59:59"), Long.MIN_VALUE, 10_010)
                .quote(at("11:00:59"), 10_020, 10_010)
                .quote(at("11:01:59"), 10_010, 10_010)
                .quote(at("11:02:59"), 10_000, 10_010);
        for (int minute = 0; minute < 4; minute++) {
            day.event(1, at("11:0" + minute), "1:6", 10, 10, 0, "national_bid", 1, "national_offer", 2);
        }

        Assembled half = day.assembled();

        assertThat(half.slice().quotes().fromFile()).isFalse();
        assertThat(half.slice().quotes().source(0)).isEqualTo(QuoteSource.NATIONAL);
        assertThat(half.findings().count(Finding.QUOTES_FROM_ORDERS)).isEqualTo(1);
        // Six more rows that meet the last quote: eight of ten are covered, and a locked quote covers.
        for (int second = 1; second <= 6; second++) {
            day.event(1, at("11:03:0" + second), "1:5", 10, 10, 0, "national_bid", 1, "national_offer", 2);
        }
        Assembled most = day.assembled();
        assertThat(most.slice().quotes().fromFile()).isTrue();
        assertThat(most.findings().count(Finding.QUOTES_FROM_ORDERS)).isZero();
    }

    @Test
    void oddRowsAreKeptAndCounted() {
        long yesterday = DATE.minusDays(1).toEpochDay();
        Assembled assembled = new TestSlice()
                .event(1, at("11:00"), "1:6", 10, 10, 0, "date", DATE.toEpochDay())
                // More open than asked for; the file calls it another day.
                .event(1, at("11:01"), "1:5", 10, 11, 5, "date", yesterday)
                // Less matched than before, twice: one order.
                .event(1, at("11:02"), "1:3", 10, 8, 2)
                .event(1, at("11:03"), "1:3", 10, 9, 1)
                .leg(1, at("11:02"), 10_000, 1, "dealsource", 99, "tradedate", yesterday)
                // A combination is no unknown source; neither is a leg that was taken back.
                .leg(1, at("11:02"), 10_000, 1, "dealsource", 36)
                .leg(1, at("11:03"), 10_000, 1, "dealsource", 98, "cancelled", 1)
                .assembled();

        assertThat(assembled.slice().orders().count()).isEqualTo(4);
        assertThat(assembled.slice().trades().count()).isEqualTo(3);
        assertThat(assembled.findings().count(Finding.LEAVES_ABOVE_QUANTITY)).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.MATCHED_QUANTITY_FALLS)).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.UNKNOWN_DEAL_SOURCES)).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.CANCELLED_LEGS)).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.DATE_COLUMN_DISAGREES)).isEqualTo(2);
    }

    @Test
    void unknownChangeReasonsAreKeptAndCounted() {
        // 14 and 32 are no codes of the feed.
        Assembled assembled = new TestSlice()
                .event(1, at("11:00"), "1:6", 10, 10, 0)
                .event(1, at("11:01"), "1:14", 10, 10, 0)
                .event(1, at("11:02"), "1:32", 10, 10, 0)
                .event(1, at("11:03"), "2:100", 10, 10, 0)
                .assembled();

        assertThat(assembled.slice().orders().count()).isEqualTo(4);
        assertThat(assembled.findings().count(Finding.UNKNOWN_CHANGE_REASONS)).isEqualTo(2);
    }

    @Test
    void crossedAndLockedQuotesAreCounted() {
        Assembled assembled = new TestSlice()
                .event(1, at("11:00"), "1:6", 10, 10, 0, "national_bid", 10, "national_offer", 9)
                .event(1, at("11:01"), "1:5", 11, 11, 0, "national_bid", 10, "national_offer", 10)
                .event(1, at("11:02"), "2:1", 11, 11, 0, "national_bid", 10, "national_offer", 11)
                .assembled();

        assertThat(assembled.findings().count(Finding.CROSSED_QUOTES)).isEqualTo(1);
        assertThat(assembled.findings().count(Finding.LOCKED_QUOTES)).isEqualTo(1);
    }
}
