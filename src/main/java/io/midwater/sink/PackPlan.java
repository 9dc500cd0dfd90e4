package io.midwater.sink;

import io.midwater.control.RunManifest;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which files the tables of units are to be in. Follows from the units and the layout alone. */
public final class PackPlan {
    /** About as long as a block of a distributed file system. */
    static final long FILE_BYTES = 128L << 20;

    /** Readers hold the footer of a file in memory, which describes every unit: 2 MB for 200 units of metrics. */
    static final int FILE_UNITS = 500;

    private final OutputLayout layout;
    private final UnaryOperator<String> places;

    /** @param places where the file of a path relative to the output lies now */
    public PackPlan(OutputLayout layout, UnaryOperator<String> places) {
        this.layout = layout;
        this.places = places;
    }

    private record TableDate(String table, LocalDate date) implements Comparable<TableDate> {
        @Override
        public int compareTo(TableDate other) {
            int order = table.compareTo(other.table);
            return order == 0 ? date.compareTo(other.date) : order;
        }
    }

    /**
     * The units of a date together, in order of securities. A file ends before the unit that would make it longer than
     * {@link #FILE_BYTES}, each unit counted with the bytes it has as a file of its own, and after {@link #FILE_UNITS}.
     *
     * @param units in their order
     */
    public List<Pack> byDate(Collection<RunManifest.Unit> units) {
        SortedMap<TableDate, List<Pack.Piece>> dates = new TreeMap<>();
        for (Pack.Piece piece : pieces(units)) {
            dates.computeIfAbsent(
                            new TableDate(piece.file().table(), piece.unit().date()), key -> new ArrayList<>())
                    .add(piece);
        }
        List<Pack> packs = new ArrayList<>();
        for (Map.Entry<TableDate, List<Pack.Piece>> date : dates.entrySet()) {
            cut(date.getKey(), date.getValue(), packs);
        }
        return packs;
    }

    private void cut(TableDate key, List<Pack.Piece> pieces, List<Pack> packs) {
        int from = 0;
        int part = 0;
        long bytes = 0;
        for (int i = 0; i < pieces.size(); i++) {
            long more = pieces.get(i).file().bytes();
            if (i > from && (bytes + more > FILE_BYTES || i - from == FILE_UNITS)) {
                packs.add(pack(key, part++, pieces.subList(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        packs.add(pack(key, part, pieces.subList(from, pieces.size())));
    }

    private Pack pack(TableDate key, int part, List<Pack.Piece> pieces) {
        return new Pack(key.table(), layout.relative(layout.dateFile(key.table(), key.date(), part)), pieces);
    }

    /** Every unit in files of its own; only what is not yet. */
    public List<Pack> byUnit(Collection<RunManifest.Unit> units) {
        return pieces(units).stream()
                .filter(piece -> !piece.file().whole())
                .map(piece -> new Pack(
                        piece.file().table(),
                        layout.relative(layout.unitFile(piece.file().table(), piece.unit())),
                        List.of(piece)))
                .toList();
    }

    private List<Pack.Piece> pieces(Collection<RunManifest.Unit> units) {
        List<Pack.Piece> pieces = new ArrayList<>();
        for (RunManifest.Unit unit : units) {
            SecurityDay key = unit.unit();
            for (RunManifest.File file : unit.files()) {
                if (OutputLayout.isTable(file.path())) {
                    pieces.add(new Pack.Piece(key, file, places.apply(file.path())));
                }
            }
        }
        return pieces;
    }
}
