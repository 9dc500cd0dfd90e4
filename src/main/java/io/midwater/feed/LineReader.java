package io.midwater.feed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The lines of a byte stream, eight bytes at a time. One walk over a line finds its end, counts its delimiters, notes the
 * places of the first few, and sees whether there is a quote. The line stays in the buffer: nothing is copied.
 *
 * <p>Bytes are compared as in Lamport, "Multiple byte processing with full-word instructions" (1975): a byte of a word is
 * zero after an exclusive or with the byte looked for, and 127 added to it reaches the high bit where it is not. With bytes
 * above 127 the sum would carry into the next byte; words that hold such are compared seven bits at a time. Newline and
 * quote are looked for together, by the bits in which they agree.
 */
final class LineReader implements AutoCloseable {
    /** Bytes that may be read behind the last one. */
    static final int PADDING = 32;

    /** Bytes read at a time. */
    static final int CAPACITY = 256 * 1024;

    /** How much is kept of a line that is too long. */
    static final int RAW_BYTES = 4096;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;
    private static final long NEWLINES = ONES * '\n';

    private final InputStream in;
    private final int maxLineBytes;
    private final long delimiters;
    private final long quotes;
    /** The bits in which newline and quote agree; with few other bytes they share them all. */
    private final long sharedBits;

    private final long sharedKey;
    /** Last offset at which a line may begin. */
    private final long lastStart;

    /** Places of the first delimiters of the line; a word may bring seven more than wanted, and a reader adds the end. */
    private final int[] places;

    private final int noted;
    private byte[] buffer;
    /** Offset of the buffer's first byte in the file. */
    private long base;

    private int limit;
    private int next;
    private boolean atEnd;

    private int start;
    private int end;
    private int newline;
    private int count;
    private boolean quoted;
    private boolean tooLong;
    private long tooLongOffset;
    /** The first bytes of a line that does not fit the buffer; null for others. */
    private byte[] head;

    /**
     * @param capacity bytes held at first; the buffer grows with the longest line
     * @param offset offset of the stream's first byte in the file
     * @param lastStart last offset at which a line may begin
     * @param fields number of fields expected
     * @param noted delimiters whose places are wanted while walking, at most {@code fields}
     */
    LineReader(InputStream in, int capacity, long offset, long lastStart, FeedOptions options, int fields, int noted) {
        this.in = in;
        this.base = offset;
        this.lastStart = lastStart;
        this.maxLineBytes = options.csv().maxLineBytes();
        this.delimiters = ONES * options.csv().delimiter();
        this.quotes = ONES * options.csv().quote();
        this.sharedBits = ~(NEWLINES ^ quotes);
        this.sharedKey = NEWLINES & sharedBits;
        this.noted = noted;
        this.places = new int[fields + 16];
        this.buffer = new byte[capacity + PADDING];
        buffer[0] = '\n';
    }

    /** Drops everything up to and with the first newline: the rest of a line that belongs to the split before. */
    void skipLine() throws IOException {
        while (!walk(next, 0)) {
            if (atEnd) {
                next = limit;
                return;
            }
            drop();
        }
        next = newline + 1;
    }

    /** Goes to the next line; false where the split has no more. */
    boolean next() throws IOException {
        if (base + next > lastStart) {
            return false;
        }
        start = next;
        tooLong = false;
        head = null;
        while (!walk(start, noted)) {
            if (atEnd) {
                if (start == limit) {
                    return false;
                }
                newline = limit;
                break;
            }
            if (limit - start > Math.max(maxLineBytes, RAW_BYTES) + 1) {
                skipTooLong();
                return true;
            }
            refill();
        }
        end = newline > start && buffer[newline - 1] == '\r' ? newline - 1 : newline;
        next = Math.min(newline + 1, limit);
        if (end - start > maxLineBytes) {
            tooLong = true;
            tooLongOffset = base + start;
            end = start + Math.min(RAW_BYTES, end - start);
        }
        return true;
    }

    /** Notes the places of all delimiters of the current line. */
    void noteAll() {
        walk(start, places.length - 16);
    }

    /**
     * Walks a line up to its newline; false where the buffer ends first. A newline that stands behind the last byte ends
     * the walk without a test per step.
     */
    private boolean walk(int from, int wanted) {
        byte[] bytes = buffer;
        int at = from;
        int seen = 0;
        newline = -1;
        quoted = false;
        while (seen < wanted) {
            long word = (long) LONGS.get(bytes, at);
            if (usual(word)) {
                seen = note(otherThanDelimiter(word) ^ HIGHS, at, seen);
            } else {
                seen = note(unusual(word, at), at, seen);
                if (newline >= 0) {
                    return ended(seen);
                }
            }
            at += Long.BYTES;
        }
        while (true) {
            long word = (long) LONGS.get(bytes, at);
            if (usual(word)) {
                seen += Long.BYTES - Long.bitCount(otherThanDelimiter(word));
            } else {
                seen += Long.bitCount(unusual(word, at));
                if (newline >= 0) {
                    return ended(seen);
                }
            }
            at += Long.BYTES;
        }
    }

    private boolean ended(int seen) {
        count = seen;
        return newline < limit;
    }

    /** True for a word without newline, quote and bytes above 127; such are most, and need a few operations only. */
    private boolean usual(long word) {
        return (notZero(word & sharedBits ^ sharedKey) & ~word & HIGHS) == HIGHS;
    }

    private long otherThanDelimiter(long word) {
        return notZero(word ^ delimiters) & HIGHS;
    }

    /** Looks closely at a word: its delimiters up to the newline, of which and of quotes it takes note. */
    private long unusual(long word, int at) {
        long newlines = exact(word ^ NEWLINES);
        long below = (newlines & -newlines) - 1;
        quoted |= (exact(word ^ quotes) & below) != 0;
        if (newlines != 0) {
            newline = at + (Long.numberOfTrailingZeros(newlines) >>> 3);
        }
        return exact(word ^ delimiters) & below;
    }

    /** Notes the places of a word's delimiters and says how many there are by then. */
    private int note(long hits, int at, int seen) {
        int[] found = places;
        int place = seen;
        for (long left = hits; left != 0; left &= left - 1) {
            found[place++] = at + (Long.numberOfTrailingZeros(left) >>> 3);
        }
        return place;
    }

    /** High bits of the bytes that are not zero, where no byte is above 127. */
    private static long notZero(long x) {
        return x + LOWS;
    }

    /** High bits of the bytes that are zero, no others. */
    private static long exact(long x) {
        return ~((x & LOWS) + LOWS | x | LOWS);
    }

    /** Moves the current line to the front and fills up; the buffer grows to hold the longest line allowed. */
    private void refill() throws IOException {
        int kept = limit - start;
        byte[] target = buffer;
        int capacity = buffer.length - PADDING;
        if (kept > capacity / 2) {
            target = new byte[2 * capacity + PADDING];
        }
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        base += start;
        start = 0;
        next = 0;
        limit = kept;
        fill();
    }

    private void drop() throws IOException {
        base += limit;
        limit = 0;
        next = 0;
        fill();
    }

    private void fill() throws IOException {
        int capacity = buffer.length - PADDING;
        while (limit < capacity) {
            int read = in.read(buffer, limit, capacity - limit);
            if (read < 0) {
                atEnd = true;
                break;
            }
            limit += read;
        }
        buffer[limit] = '\n';
    }

    /** Passes over a line longer than allowed without holding it; its first bytes are kept for the reject. */
    private void skipTooLong() throws IOException {
        head = Arrays.copyOfRange(buffer, start, start + RAW_BYTES);
        tooLong = true;
        tooLongOffset = base + start;
        drop();
        skipLine();
        start = 0;
        end = RAW_BYTES;
    }

    byte[] bytes() {
        return head == null ? buffer : head;
    }

    int start() {
        return start;
    }

    /** End of the line without its line end. */
    int end() {
        return end;
    }

    int count() {
        return count;
    }

    int[] places() {
        return places;
    }

    boolean quoted() {
        return quoted;
    }

    /** True for a line longer than allowed; then only its first bytes are there. */
    boolean tooLong() {
        return tooLong;
    }

    /** Offset of the line's first byte in the file. */
    long offset() {
        return tooLong ? tooLongOffset : base + start;
    }

    /** Offset behind the line and its line end. */
    long position() {
        return base + next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
