package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.table.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The groups of some keys within a unit: a number for each, in order of appearance, and whose orders are in it. */
final class Groups {
    /** Texts, hours and flags take this many bits of a row's code. */
    private static final int BITS = 9;

    private final List<KeyColumn> columns;
    private final boolean byParticipant;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<SortedSet<Long>> participants = new ArrayList<>();
    private final Map<Code, Integer> known = new HashMap<>();

    /** @param columns what tells the groups apart */
    Groups(List<KeyColumn> columns) {
        this.columns = List.copyOf(columns);
        this.byParticipant = columns.contains(KeyColumn.PARTICIPANT);
        if ((columns.size() - (byParticipant ? 1 : 0)) * BITS >= Long.SIZE) {
            throw new IllegalArgumentException(columns.size() + " columns are too many to group by");
        }
    }

    /** A group's values in the order of the columns; null for none, and then last. */
    record Key(List<Comparable<?>> values) implements Comparable<Key> {
        @SuppressWarnings("unchecked") // the values of one column have one class
        private static final Comparator<Comparable<?>> VALUES =
                Comparator.nullsLast((a, b) -> ((Comparable<Object>) a).compareTo(b));

        @Override
        public int compareTo(Key other) {
            for (int i = 0; i < values.size(); i++) {
                int order = Objects.compare(values.get(i), other.values.get(i), VALUES);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    /** What a row's key is within one table. */
    private record Code(long values, long participant) {}

    List<KeyColumn> columns() {
        return columns;
    }

    /** Rows of another table come next, with other codes of texts. */
    void forgetCodes() {
        known.clear();
    }

    /** The number of each row's group. */
    int[] number(Block block) {
        long[] codes = new long[block.rows()];
        for (KeyColumn column : columns) {
            if (column != KeyColumn.PARTICIPANT) {
                append(column, block, codes);
            }
        }
        long[] participant = block.column(KeyColumn.PARTICIPANT.name());
        int[] result = new int[codes.length];
        for (int row = 0; row < result.length; row++) {
            Code code = new Code(codes[row], participant[row]);
            Integer number = known.get(code);
            if (number == null) {
                number = number(block, row, participant[row]);
                known.put(code, number);
            }
            result[row] = number;
        }
        return result;
    }

    /** Joins a column's values to the codes. */
    private static void append(KeyColumn column, Block block, long[] codes) {
        if (column.spec().type() == ColumnType.TEXT
                && block.texts(column.name()).size() >= (1 << BITS) - 1) {
            throw new IllegalArgumentException(
                    block.texts(column.name()).size() + " values of " + column.name() + " are too many to group by");
        }
        long[] values = block.column(column.name());
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] << BITS | (values[row] == NULL ? 0 : values[row] + 1);
        }
    }

    private int number(Block block, int row, long participant) {
        List<Comparable<?>> values = new ArrayList<>();
        for (KeyColumn column : columns) {
            values.add(column.value(block, block.column(column.name())[row]));
        }
        int number = number(new Key(values));
        if (participant != NULL) {
            participants.get(number).add(participant);
        }
        return number;
    }

    private int number(Key key) {
        int number = numbers.computeIfAbsent(key, k -> numbers.size());
        if (number == keys.size()) {
            keys.add(key);
            participants.add(new TreeSet<>());
        }
        return number;
    }

    /**
     * Adds the groups of others that tell more apart.
     *
     * @return the number here for each of the others
     */
    int[] addAll(Groups finer) {
        int[] places = columns.stream().mapToInt(finer.columns::indexOf).toArray();
        int[] result = new int[finer.count()];
        for (int group = 0; group < result.length; group++) {
            List<Comparable<?>> values = new ArrayList<>();
            for (int place : places) {
                values.add(finer.key(group).values().get(place));
            }
            result[group] = number(new Key(values));
            participants.get(result[group]).addAll(finer.participants(group));
        }
        return result;
    }

    /** A group's value of a column; null for none, and where the column does not tell these groups apart. */
    Comparable<?> value(int group, KeyColumn column) {
        int place = columns.indexOf(column);
        return place < 0 ? null : keys.get(group).values().get(place);
    }

    int count() {
        return keys.size();
    }

    Key key(int group) {
        return keys.get(group);
    }

    /** Whose orders are in a group, as far as reported. */
    SortedSet<Long> participants(int group) {
        return participants.get(group);
    }
}
