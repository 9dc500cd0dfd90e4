package io.midwater.slice;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import java.util.BitSet;

/**
 * Duplicate order rows: the same exchange and sequence, and the same content in every column but the row number. (The
 * engine sends identical messages with different sequences; those are no duplicates.) The first in the total order stays.
 */
final class OrderDuplicates {
    private OrderDuplicates() {}

    /** The rows to drop; the rows given are in the total order. */
    static BitSet find(PackedRows rows) {
        PackedColumn time = rows.column(InputKind.ORDERS.timeColumn());
        PackedColumn sequence = rows.column("sequence");
        Content content = new Content(rows, InputKind.ORDERS.contentColumns());
        BitSet drop = new BitSet();
        int from = 0;
        for (int row = 1; row <= rows.rows(); row++) {
            boolean same =
                    row < rows.rows() && time.get(row) == time.get(from) && sequence.get(row) == sequence.get(from);
            if (!same) {
                if (row - from > 1) {
                    findAmong(content, from, row, drop);
                }
                from = row;
            }
        }
        return drop;
    }

    private static void findAmong(Content content, int from, int to, BitSet drop) {
        int[] group = new int[to - from];
        for (int i = 0; i < group.length; i++) {
            group[i] = from + i;
        }
        content.sort(group, 0, group.length);
        for (int i = 1; i < group.length; i++) {
            if (content.compare(group[i - 1], group[i]) == 0) {
                drop.set(group[i]);
            }
        }
    }

    /** Rows that share exchange and sequence with another row; the rows given are in order and free of duplicates. */
    static long sequenceConflicts(PackedRows rows) {
        PackedColumn exchange = rows.column("exchange");
        PackedColumn sequence = rows.column("sequence");
        RowOrder byNumber = (left, right) -> {
            int order = Long.compare(exchange.get(left), exchange.get(right));
            return order == 0 ? Long.compare(sequence.get(left), sequence.get(right)) : order;
        };
        if (byNumber.rises(rows.rows())) {
            return 0;
        }
        int[] order = TotalOrder.identity(rows.rows());
        byNumber.sort(order, 0, order.length);
        long conflicts = 0;
        for (int i = 1; i < order.length; i++) {
            if (byNumber.compare(order[i - 1], order[i]) == 0) {
                conflicts++;
            }
        }
        return conflicts;
    }
}
