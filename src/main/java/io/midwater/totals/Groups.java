package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.table.TextDictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The groups of one breakdown within a unit: a number for each, in order of appearance, and whose orders are in it. */
final class Groups {
    static final String PARTICIPANT = "participant_id";
    private static final int TEXT_BITS = 16;

    private final List<String> texts;
    private final boolean byParticipant;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<SortedSet<Long>> participants = new ArrayList<>();

    /**
     * @param columns what tells the groups apart: {@code participant_id} or up to four columns of texts
     */
    Groups(List<String> columns) {
        this.byParticipant = columns.contains(PARTICIPANT);
        this.texts =
                columns.stream().filter(column -> !column.equals(PARTICIPANT)).toList();
    }

    /** A group's texts, and its participant where that is what tells groups apart; null for none, and then last. */
    record Key(List<String> texts, Long participant) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            for (int i = 0; i < texts.size(); i++) {
                int order = compare(texts.get(i), other.texts.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return compare(participant, other.participant);
        }

        private static <T extends Comparable<T>> int compare(T a, T b) {
            return Objects.compare(a, b, Comparator.nullsLast(Comparator.naturalOrder()));
        }
    }

    /** What a row's key is within one block. */
    private record Code(long texts, long participant) {}

    /** The number of each row's group. */
    int[] number(Block block) {
        long[] codes = new long[block.rows()];
        for (String column : texts) {
            append(block.column(column), block.texts(column).size(), codes);
        }
        long[] participant = block.column(PARTICIPANT);
        Map<Code, Integer> known = new HashMap<>();
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

    /** Joins the texts' indexes to one number. */
    private static void append(long[] indexes, int size, long[] codes) {
        if (size >= 1 << TEXT_BITS) {
            throw new IllegalArgumentException(size + " texts are too many to group by");
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] << TEXT_BITS | (indexes[row] == NULL ? 0 : indexes[row] + 1);
        }
    }

    private int number(Block block, int row, long participant) {
        List<String> values = new ArrayList<>();
        for (String column : texts) {
            long index = block.column(column)[row];
            TextDictionary dictionary = block.texts(column);
            values.add(index == NULL ? null : dictionary.text((int) index));
        }
        Long reported = participant == NULL ? null : participant;
        Key key = new Key(values, byParticipant ? reported : null);
        int number = numbers.computeIfAbsent(key, k -> numbers.size());
        if (number == keys.size()) {
            keys.add(key);
            participants.add(new TreeSet<>());
        }
        if (reported != null) {
            participants.get(number).add(reported);
        }
        return number;
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
