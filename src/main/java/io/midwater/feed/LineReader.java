package io.midwater.feed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The lines of a byte stream, 32 bytes at a time. One walk over a line finds its end, counts its delimiters, notes the
 * places of the first few, and sees whether there is a quote; it reads {@link ByteMarks}, made whenever the buffer has been
 * filled, and hardly ever branches on what the bytes are. The line stays in the buffer: nothing is copied.
 */
final class LineReader implements AutoCloseable {
    /** Bytes that may be read behind the last one. */
    static final int PADDING = 32;

    /** Bytes read at a time. */
    static final int CAPACITY = 256 * 1024;

    /** How much is kept of a line that is too long. */
    static final int RAW_BYTES = 4096;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Bytes of a step: four words of marks. */
    private static final int STEP = 4 * Long.BYTES;

    private final InputStream in;
    private final int maxLineBytes;
    private final byte quote;
    private final ByteMarks marks;
    /** Last offset at which a line may begin. */
    private final long lastStart;

    /** Places of the first delimiters of the line; a reader adds the end. */
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
        this.quote = (byte) options.csv().quote();
        this.noted = noted;
        this.places = new int[fields];
        this.buffer = new byte[capacity + PADDING];
        this.marks = new ByteMarks(
                buffer.length, options.csv().delimiter(), options.csv().quote());
        endBehindLast();
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
        walk(start, places.length);
    }

    /** Walks a line up to its newline; false where the buffer ends first. */
    private boolean walk(int from, int wanted) {
        byte[] marked = marks.array();
        int at = from;
        int seen = 0;
        quoted = false;
        while (true) {
            long first = (long) LONGS.get(marked, at);
            long second = (long) LONGS.get(marked, at + Long.BYTES);
            long third = (long) LONGS.get(marked, at + 2 * Long.BYTES);
            long fourth = (long) LONGS.get(marked, at + 3 * Long.BYTES);
            if (((first | second | third | fourth) & ByteMarks.ODD) == 0) {
                seen = seen < wanted
                        ? note(ByteMarks.gather(first, second, third, fourth), at, seen, wanted)
                        : seen
                                + Long.bitCount(first)
                                + Long.bitCount(second)
                                + Long.bitCount(third)
                                + Long.bitCount(fourth);
            } else {
                long delimiters = ByteMarks.delimiters(first, second, third, fourth);
                int place = newline(ByteMarks.odd(first, second, third, fourth), at);
                if (place >= 0) {
                    newline = place;
                    count = note(delimiters & (1L << place - at) - 1, at, seen, wanted);
                    return place < limit;
                }
                seen = note(delimiters, at, seen, wanted);
            }
            at += STEP;
        }
    }

    /** Looks closely at the odd bytes of a step up to the newline, whose place it returns; −1 where there is none. */
    private int newline(long odd, int at) {
        for (long left = odd; left != 0; left &= left - 1) {
            int place = at + Long.numberOfTrailingZeros(left);
            if (buffer[place] == '\n') {
                return place;
            }
            quoted |= buffer[place] == quote;
        }
        return -1;
    }

    /** Notes the places of a step's delimiters, as far as they are wanted, and says how many there are by then. */
    private int note(long delimiters, int at, int seen, int wanted) {
        int then = seen + Long.bitCount(delimiters);
        if (seen < wanted) {
            int[] found = places;
            int until = Math.min(then, wanted);
            long left = delimiters;
            for (int i = seen; i < until; i++) {
                found[i] = at + Long.numberOfTrailingZeros(left);
                left &= left - 1;
            }
        }
        return then;
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
        endBehindLast();
    }

    /** A newline behind the last byte ends every walk without a test per step. */
    private void endBehindLast() {
        buffer[limit] = '\n';
        marks.mark(buffer, limit + 1);
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
