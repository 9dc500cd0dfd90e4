package io.midwater.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.PackedRows;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TotalOrderTest {
    /** Orders the rows and gives the order ids, one row each. */
    private static long[] ids(TestRows rows) {
        PackedRows packed = rows.packed();
        int[] order = TotalOrder.orderOf(new TotalOrder(InputKind.ORDERS, packed), packed.rows());
        long[] ids = new long[packed.rows()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = packed.column("order_id").get(order == null ? i : order[i]);
        }
        return ids;
    }

    private static TestRows orders() {
        return new TestRows(InputKind.ORDERS);
    }

    @Test
    void timeGoesFirstThenSequenceThenRowNumber() {
        TestRows rows = orders().add("order_id", 4, "timestamp", 20, "sequence", 1, "row_num", 1)
                .add("order_id", 3, "timestamp", 10, "sequence", 2, "row_num", 9)
                .add("order_id", 2, "timestamp", 10, "sequence", 2, "row_num", 8)
                .add("order_id", 1, "timestamp", 10, "sequence", 1, "row_num", 10);

        assertThat(ids(rows)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void rowsThatAgreeOnThoseAreOrderedByWhatTheySay() {
        TestRows rows = orders().add("order_id", 5, "timestamp", 10, "sequence", 1, "timevaliditydecoded", "b")
                .add("order_id", 5, "timestamp", 10, "sequence", 1, "timevaliditydecoded", "a", "price", 1)
                .add("order_id", 4, "timestamp", 10, "sequence", 1, "timevaliditydecoded", "z");

        PackedRows packed = rows.packed();
        // Texts by what they say, not by when they were first met; no price comes before a price.
        assertThat(TotalOrder.orderOf(new TotalOrder(InputKind.ORDERS, packed), 3))
                .containsExactly(2, 0, 1);
    }

    @Test
    void rowsInOrderStayWhereTheyAre() {
        PackedRows packed = orders().add("order_id", 1, "timestamp", 10, "sequence", 1)
                .add("order_id", 1, "timestamp", 10, "sequence", 1)
                .add("order_id", 1, "timestamp", 10, "sequence", 2)
                .packed();

        assertThat(TotalOrder.orderOf(new TotalOrder(InputKind.ORDERS, packed), 3))
                .isNull();
    }

    @Test
    void shufflingChangesNothing() {
        Random random = new Random(4);
        long[][] rows = new long[500][];
        for (int i = 0; i < rows.length; i++) {
            // Few distinct values: every kind of tie.
            rows[i] = new long[] {random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(4)};
        }
        String expected = sorted(rows);
        for (int round = 0; round < 5; round++) {
            for (int i = rows.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                long[] swapped = rows[i];
                rows[i] = rows[j];
                rows[j] = swapped;
            }
            assertThat(sorted(rows)).isEqualTo(expected);
        }
    }

    private static String sorted(long[][] cells) {
        TestRows rows = orders();
        for (long[] row : cells) {
            rows.add("timestamp", row[0], "sequence", row[1], "row_num", row[2], "order_id", row[3]);
        }
        PackedRows packed = rows.packed();
        StringBuilder text = new StringBuilder();
        for (int row : TotalOrder.orderOf(new TotalOrder(InputKind.ORDERS, packed), packed.rows())) {
            for (String column : new String[] {"timestamp", "sequence", "row_num", "order_id"}) {
                text.append(packed.column(column).get(row)).append(' ');
            }
        }
        return text.toString();
    }
}
