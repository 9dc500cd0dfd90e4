package io.midwater.slice;

import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.TableSchema;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of one kind of a slice, and which piece each of them came from.
 *
 * @param rows the rows
 * @param origins per row its number among all rows read
 * @param starts first such number of each piece
 * @param memory where the columns are kept
 */
record Gathered(PackedRows rows, int[] origins, List<Piece> pieces, int[] starts, ColumnMemory memory) {

    static Gathered of(TableSchema schema, List<Piece> read, ColumnMemory memory) {
        List<Piece> pieces = read.stream().sorted(Piece.READING_ORDER).toList();
        List<ColumnBlock> blocks = pieces.stream().map(Piece::block).toList();
        int[] starts = new int[pieces.size()];
        int rows = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = rows;
            rows += blocks.get(i).rows();
        }
        return new Gathered(
                ColumnBlock.concat(schema, blocks, memory), TotalOrder.identity(rows), pieces, starts, memory);
    }

    /** The same rows in the given order, or these where it holds already. */
    Gathered sorted(RowOrder order) {
        int[] sorted = TotalOrder.orderOf(order, rows.rows());
        return sorted == null ? this : select(sorted);
    }

    Gathered without(BitSet drop) {
        if (drop.isEmpty()) {
            return this;
        }
        int[] kept = new int[rows.rows() - drop.cardinality()];
        for (int row = drop.nextClearBit(0), at = 0; at < kept.length; row = drop.nextClearBit(row + 1)) {
            kept[at++] = row;
        }
        return select(kept);
    }

    private Gathered select(int[] selected) {
        int[] kept = new int[selected.length];
        for (int i = 0; i < selected.length; i++) {
            kept[i] = origins[selected[i]];
        }
        return new Gathered(rows.permute(selected, memory), kept, pieces, starts, memory);
    }

    Piece piece(int row) {
        int found = Arrays.binarySearch(starts, origins[row]);
        return pieces.get(found >= 0 ? found : -found - 2);
    }
}
