package io.midwater.domain.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Memory for the columns of one slice after another: the next slice writes where the last one wrote. Arrays of a slice live
 * too long for the collector's young generation and not long enough for the old one; made anew for every slice they would
 * be copied and then fill the heap with what nobody needs.
 *
 * <p>Not for sharing between threads.
 */
public final class ColumnMemory {
    private static final int SMALLEST = 1 << 10;
    private static final byte[] NOTHING = {};

    private final TreeMap<Integer, Deque<byte[]>> free = new TreeMap<>();
    private final List<byte[]> taken = new ArrayList<>();

    /** At least so many bytes, whose content is whatever an earlier slice left there. */
    byte[] take(int bytes) {
        if (bytes == 0) {
            return NOTHING;
        }
        Integer fits = free.ceilingKey(bytes);
        byte[] array;
        if (fits != null && fits <= Math.max(SMALLEST, 2L * bytes)) {
            array = remove(fits);
        } else {
            // What is too small makes room for what is needed.
            Integer smaller = free.lowerKey(bytes);
            if (smaller != null) {
                remove(smaller);
            }
            array = new byte[rounded(bytes)];
        }
        taken.add(array);
        return array;
    }

    private byte[] remove(int length) {
        Deque<byte[]> arrays = free.get(length);
        byte[] array = arrays.pop();
        if (arrays.isEmpty()) {
            free.remove(length);
        }
        return array;
    }

    /** The bytes and perhaps more behind them. */
    public byte[] copy(byte[] bytes) {
        byte[] array = take(bytes.length);
        System.arraycopy(bytes, 0, array, 0, bytes.length);
        return array;
    }

    /** Takes back one array, which may be taken again at once. */
    void giveBack(byte[] array) {
        if (taken.remove(array)) {
            keep(array);
        }
    }

    /** From now on everything taken may be taken again. */
    public void reuse() {
        taken.forEach(this::keep);
        taken.clear();
    }

    /** Gives up what the slice did not need. */
    public void trim() {
        free.clear();
    }

    private void keep(byte[] array) {
        free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array);
    }

    /** Up to an eighth more, so that the next slice finds the same sizes. */
    private static int rounded(int bytes) {
        if (bytes <= SMALLEST) {
            return SMALLEST;
        }
        int step = Integer.highestOneBit(bytes) >>> 3;
        return (int) Math.min(Integer.MAX_VALUE - 16, ((long) bytes + step - 1) / step * step);
    }
}
