package io.midwater.app.unit;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.feed.RoutedBlock;
import io.midwater.slice.Piece;
import io.midwater.spark.Reusable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The blocks of one unit until its slice is put together, as far as there is memory for them. */
final class UnitPieces {
    private static final Set<InputKind> MAKE_UNITS = EnumSet.of(InputKind.ORDERS, InputKind.TRADES);
    private static final Reusable<ColumnMemory> MEMORY = new Reusable<>(ColumnMemory::new);

    private final long mostBytes;
    private final Map<InputKind, List<Piece>> pieces = new EnumMap<>(InputKind.class);
    private final Set<InputKind> kinds = EnumSet.noneOf(InputKind.class);
    private final SortedMap<Integer, Long> rowsByFile = new TreeMap<>();
    /** Null where the unit is too large, and once it is given back. */
    private ColumnMemory memory = MEMORY.take();

    private long bytes;

    /** @param mostBytes of blocks that are kept; of a unit with more none is, but all are counted */
    UnitPieces(Iterator<RoutedBlock> blocks, long mostBytes) {
        this.mostBytes = mostBytes;
        while (blocks.hasNext()) {
            add(blocks.next());
        }
    }

    private void add(RoutedBlock block) {
        InputKind kind = InputKind.values()[block.kind()];
        kinds.add(kind);
        rowsByFile.merge(block.fileIndex(), (long) block.rows(), Long::sum);
        bytes += block.bytes().length;
        if (bytes <= mostBytes) {
            ColumnBlock kept = new ColumnBlock(memory.copy(block.bytes()));
            pieces.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(new Piece(block.fileIndex(), block.split(), block.ordinal(), kept));
        } else if (memory != null) {
            pieces.clear();
            memory = null;
        }
    }

    /** False where there is neither order nor trade. */
    boolean makeUnit() {
        return kinds.stream().anyMatch(MAKE_UNITS::contains);
    }

    boolean tooLarge() {
        return bytes > mostBytes;
    }

    /** Bytes of all blocks. */
    long bytes() {
        return bytes;
    }

    SortedMap<Integer, Long> rowsByFile() {
        return rowsByFile;
    }

    Map<InputKind, List<Piece>> byKind() {
        return pieces;
    }

    /** Leaves the memory to another unit, once; the blocks cannot be read any more. */
    void release() {
        pieces.clear();
        if (memory != null) {
            memory.trim();
            memory.reuse();
            MEMORY.giveBack(memory);
            memory = null;
        }
    }
}
