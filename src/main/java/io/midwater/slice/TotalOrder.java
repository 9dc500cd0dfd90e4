package io.midwater.slice;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import java.util.stream.IntStream;

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
        this.rowNumber = hasRowNumber(kind) ? rows.column("row_num") : null;
        this.content = new Content(rows, contentColumns(kind));
    }

    private static boolean hasRowNumber(InputKind kind) {
        return kind.columns().stream().anyMatch(c -> c.name().equals("row_num"));
    }

    /** Every public column of the kind but the row number. */
    static int[] contentColumns(InputKind kind) {
        return IntStream.range(0, kind.columns().size())
                .filter(i -> !kind.columns().get(i).name().equals("row_num"))
                .toArray();
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
