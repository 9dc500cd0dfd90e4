package io.midwater.sink.parquet;

/**
 * Parquet's hybrid of run lengths and bit packing, for dictionary ids and definition levels: a value repeated at least
 * eight times becomes a run, everything between runs is bit-packed in groups of eight (Parquet format, "Run Length
 * Encoding / Bit-Packing Hybrid").
 */
final class RleEncoder {
    private static final int GROUP = 8;

    private RleEncoder() {}

    /** The bits that hold every id below {@code size}. */
    static int width(int size) {
        return 32 - Integer.numberOfLeadingZeros(size - 1);
    }

    /**
     * Encodes values [from, to).
     *
     * @param width bits a value, 0 to 32; no value may need more
     */
    static void encode(int[] values, int from, int to, int width, PageBytes out) {
        int packed = from;
        int at = from;
        while (at < to) {
            at = repetition(values, at, to);
            int end = at;
            while (end < to && values[end] == values[at]) {
                end++;
            }
            int groupEnd = at + (packed - at & GROUP - 1);
            if (end - groupEnd >= GROUP) {
                pack(values, packed, groupEnd, width, out);
                run(end - groupEnd, values[at], width, out);
                packed = end;
            }
            at = end;
        }
        pack(values, packed, to, width, out);
    }

    /**
     * Where a value begins, from {@code at} on, that may be repeated eight times; {@code to} if none does. Of eight equal
     * values in a row five begin at a multiple of four, whose look costs one branch for four values.
     */
    private static int repetition(int[] values, int at, int to) {
        for (int i = at; i + GROUP / 2 < to; i += GROUP / 2) {
            int value = values[i];
            if ((value ^ values[i + 1] | value ^ values[i + 2] | value ^ values[i + 3] | value ^ values[i + 4]) == 0) {
                int first = i;
                while (first > at && values[first - 1] == value) {
                    first--;
                }
                return first;
            }
        }
        return to;
    }

    static void run(int length, int value, int width, PageBytes out) {
        out.writeVarint((long) length << 1);
        for (int bits = 0; bits < width; bits += 8) {
            out.write(value >>> bits);
        }
    }

    private static void pack(int[] values, int from, int to, int width, PageBytes out) {
        int groups = (to - from + GROUP - 1) / GROUP;
        if (groups == 0) {
            return;
        }
        out.writeVarint((long) groups << 1 | 1);
        int end = out.size() + groups * width;
        out.pack(values, from, to - from, width);
        while (out.size() < end) {
            out.write(0);
        }
    }
}
