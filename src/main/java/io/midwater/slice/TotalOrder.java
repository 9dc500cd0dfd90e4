package io.midwater.slice;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;

/**
 * The one order of the rows of a kind: (time, sequence, row number, then every column), so that neither files nor splits
 * nor cores decide anything.
 */
final class TotalOrder implements RowOrder {
    private final PackedColumn time;
    private final PackedColumn sequence;
    private final PackedColumn rowNumber;
    private final Content content;

    TotalOrder(InputKind kind, PackedRows rows) {
        this.time = rows.column(kind.timeColumn());
        this.sequence = rows.column("sequence");
        int number = kind.rowNumberColumn();
        this.rowNumber = number < 0 ? null : rows.column(number);
        this.content = new Content(rows, kind.contentColumns());
    }

    @Override
    public int compare(int left, int right) {
        int order = Long.compare(time.get(left), time.get(right));
        if (order == 0) {
            order = Long.compare(sequence.get(left), sequence.get(right));
        }
        if (order == 0 && rowNumber != null) {
            order = Long.compare(rowNumber.get(left), rowNumber.get(right));
        }
        return order == 0 ? content.compare(left, right) : order;
    }

    /** Row numbers 0 … count−1 in order; null where the rows already are. */
    static int[] orderOf(RowOrder order, int count) {
        if (order.holds(count)) {
            return null;
        }
        int[] rows = identity(count);
        order.sort(rows, 0, count);
        return rows;
    }

    static int[] identity(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows;
    }
}
