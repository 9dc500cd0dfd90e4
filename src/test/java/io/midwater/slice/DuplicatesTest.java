package io.midwater.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Finding;
import io.midwater.domain.Findings;
import io.midwater.domain.InputKind;
import io.midwater.domain.table.PackedRows;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rows say the same thing twice, and which trade legs contradict each other. */
class DuplicatesTest {
    @Test
    void theSameRowOfAnOverlappingFileIsDropped() {
        PackedRows rows = new TestRows(InputKind.ORDERS)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "row_num", 1)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "row_num", 77)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "row_num", 78)
                .packed();

        // The first in the total order stays.
        assertThat(OrderDuplicates.find(rows).stream()).containsExactly(1, 2);
    }

    @Test
    void theEnginesSecondMessageIsNoDuplicate() {
        // It sends two messages per transaction, equal in all but the sequence.
        PackedRows rows = new TestRows(InputKind.ORDERS)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5)
                .add("exchange", 3, "timestamp", 10, "sequence", 2, "order_id", 5)
                .packed();

        assertThat(OrderDuplicates.find(rows).isEmpty()).isTrue();
        assertThat(OrderDuplicates.sequenceConflicts(rows)).isZero();
    }

    @Test
    void oneSequenceWithTwoContentsIsKeptAndCounted() {
        PackedRows rows = new TestRows(InputKind.ORDERS)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "price", 100)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "price", 105)
                // Another partition has a numbering of its own.
                .add("exchange", 4, "timestamp", 10, "sequence", 1, "order_id", 5, "price", 100)
                // The same number again at another time.
                .add("exchange", 3, "timestamp", 11, "sequence", 1, "order_id", 6, "price", 100)
                .packed();

        assertThat(OrderDuplicates.find(rows).isEmpty()).isTrue();
        assertThat(OrderDuplicates.sequenceConflicts(rows)).isEqualTo(2);
    }

    @Test
    void duplicatesAmongOtherRowsOfTheirSequenceAreFound() {
        PackedRows rows = new TestRows(InputKind.ORDERS)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "price", 100)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "price", 105)
                .add("exchange", 3, "timestamp", 10, "sequence", 1, "order_id", 5, "price", 100, "row_num", 9)
                .packed();

        assertThat(OrderDuplicates.find(rows).stream()).containsExactly(2);
    }

    private static TestRows legs() {
        return new TestRows(InputKind.TRADES);
    }

    private static TradeGroups groups(TestRows rows, Findings findings) {
        return TradeGroups.find(rows.packed(), findings);
    }

    private static Object[] leg(long group, int side, long order, long price, long quantity, long time) {
        return new Object[] {
            "matchgroupid",
            group,
            "side",
            side,
            "orderid",
            order,
            "tradeprice",
            price,
            "quantity",
            quantity,
            "tradetime",
            time
        };
    }

    @Test
    void aMatchIsABuyAndASell() {
        Findings findings = new Findings();
        TradeGroups groups = groups(legs().add(leg(1, 1, 5, 100, 10, 7)).add(leg(1, 2, 6, 100, 10, 7)), findings);

        assertThat(groups.duplicates().isEmpty()).isTrue();
        assertThat(groups.conflicting().isEmpty()).isTrue();
        assertThat(findings.found()).isEmpty();
    }

    @Test
    void aLegToldTwiceIsDroppedOnce() {
        Findings findings = new Findings();
        TradeGroups groups = groups(
                legs().add(leg(1, 2, 6, 100, 10, 7))
                        .add(leg(1, 1, 5, 100, 10, 7))
                        .add(leg(1, 1, 5, 100, 10, 7)),
                findings);

        assertThat(groups.duplicates().stream()).containsExactly(2);
        assertThat(groups.conflicting().isEmpty()).isTrue();
        assertThat(findings.found()).isEmpty();
    }

    @Test
    void ofEqualLegsTheOneThatTakesTheTradeBackStays() {
        // Bought, taken back a second later, told once more; the sell is taken back first.
        Findings findings = new Findings();
        TradeGroups groups = groups(
                legs().add(leg(1, 1, 5, 100, 10, 7))
                        .add(cancelled(leg(1, 1, 5, 100, 10, 8)))
                        .add(leg(1, 1, 5, 100, 10, 7))
                        .add(cancelled(leg(1, 2, 6, 100, 10, 8)))
                        .add(leg(1, 2, 6, 100, 10, 7)),
                findings);

        assertThat(groups.duplicates().stream()).containsExactly(0, 2, 4);
        assertThat(groups.conflicting().isEmpty()).isTrue();
        assertThat(findings.found()).isEmpty();
    }

    private static Object[] cancelled(Object[] leg) {
        Object[] more = Arrays.copyOf(leg, leg.length + 2);
        more[leg.length] = "cancelled";
        more[leg.length + 1] = 1;
        return more;
    }

    @Test
    void legsOfOneSideThatDisagreeRejectTheirWholeMatch() {
        Findings findings = new Findings();
        TradeGroups groups = groups(
                legs().add(leg(1, 1, 5, 100, 10, 7))
                        .add(leg(1, 1, 5, 100, 10, 7))
                        .add(leg(1, 1, 5, 101, 10, 7))
                        .add(leg(1, 2, 6, 100, 10, 7))
                        // Another match is not touched.
                        .add(leg(2, 1, 5, 100, 10, 7))
                        .add(leg(2, 2, 6, 100, 10, 7)),
                findings);

        assertThat(groups.conflicting().stream()).containsExactly(0, 1, 2, 3);
        assertThat(groups.duplicates().isEmpty()).isTrue();
    }

    @Test
    void anotherOrderIsADisagreementToo() {
        TradeGroups groups = groups(legs().add(leg(1, 1, 5, 100, 10, 7)).add(leg(1, 1, 8, 100, 10, 7)), new Findings());

        assertThat(groups.conflicting().stream()).containsExactly(0, 1);
    }

    @Test
    void oneSidedAndUnequalMatchesAreKeptAndCounted() {
        Findings findings = new Findings();
        TradeGroups groups = groups(
                legs().add(leg(1, 1, 5, 100, 10, 7))
                        .add(leg(2, 1, 5, 100, 10, 7))
                        .add(leg(2, 2, 6, 101, 10, 7))
                        .add(leg(3, 1, 5, 100, 10, 7))
                        .add(leg(3, 2, 6, 100, 10, 8)),
                findings);

        assertThat(groups.duplicates().isEmpty()).isTrue();
        assertThat(groups.conflicting().isEmpty()).isTrue();
        assertThat(findings.found()).isEqualTo(Map.of(Finding.ONE_SIDED_MATCHES, 1L, Finding.UNEQUAL_MATCHES, 2L));
    }
}
