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
            int end = at + 1;
            int value = values[at];
            while (end < to && values[end] == value) {
                end++;
            }
            int groupEnd = at + (packed - at & GROUP - 1);
            if (end - groupEnd >= GROUP) {
                pack(values, packed, groupEnd, width, out);
                run(end - groupEnd, value, width, out);
                packed = end;
            }
            at = end;
        }
        pack(values, packed, to, width, out);
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
