package io.midwater.slice;

import io.midwater.domain.table.ColumnBlock;
import java.util.Comparator;

/**
 * One block of a slice and where it was read.
 *
 * @param file number of the input file
 * @param split number of the split in the file
 * @param ordinal number of the block in the split
 */
public record Piece(int file, int split, int ordinal, ColumnBlock block) {
    static final Comparator<Piece> READING_ORDER =
            Comparator.comparingInt(Piece::file).thenComparingInt(Piece::split).thenComparingInt(Piece::ordinal);
}
