package io.midwater.sink.parquet;

/**
 * Parquet's DELTA_BINARY_PACKED for integers: blocks of 128 differences, each block's smallest difference apart, the rest
 * bit-packed in four miniblocks of 32 at their own widths (Parquet format, "Delta Encoding").
 */
final class DeltaEncoder {
    private static final int BLOCK = 128;
    private static final int MINIBLOCKS = 4;
    private static final int MINIBLOCK = BLOCK / MINIBLOCKS;

    private final long[] differences = new long[BLOCK];

    /**
     * Encodes one page's values.
     *
     * @param narrow true for 32-bit columns, whose differences wrap at 32 bits
     */
    void encode(long[] values, int from, int count, boolean narrow, PageBytes out) {
        out.writeVarint(BLOCK);
        out.writeVarint(MINIBLOCKS);
        out.writeVarint(count);
        out.writeZigzag(count == 0 ? 0 : values[from]);
        for (int at = 1; at < count; at += BLOCK) {
            block(values, from + at, Math.min(BLOCK, count - at), narrow, out);
        }
    }

    private void block(long[] values, int from, int count, boolean narrow, PageBytes out) {
        long smallest = narrow ? narrowDifferences(values, from, count) : wideDifferences(values, from, count);
        out.writeZigzag(smallest);
        int widths = out.size();
        out.writeInt(0);
        for (int i = 0; i < MINIBLOCKS; i++) {
            int start = i * MINIBLOCK;
            if (start >= count) {
                return;
            }
            int end = Math.min(start + MINIBLOCK, count);
            long bits = 0;
            for (int j = start; j < end; j++) {
                differences[j] -= smallest;
                bits |= differences[j];
            }
            for (int j = end; j < start + MINIBLOCK; j++) {
                differences[j] = 0;
            }
            int width = 64 - Long.numberOfLeadingZeros(bits);
            out.set(widths + i, width);
            out.pack(differences, start, MINIBLOCK, width);
        }
    }

    private long wideDifferences(long[] values, int from, int count) {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long difference = values[from + i] - values[from + i - 1];
            differences[i] = difference;
            smallest = Math.min(smallest, difference);
        }
        return smallest;
    }

    private long narrowDifferences(long[] values, int from, int count) {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long difference = (int) (values[from + i] - values[from + i - 1]);
            differences[i] = difference;
            smallest = Math.min(smallest, difference);
        }
        return smallest;
    }
}
