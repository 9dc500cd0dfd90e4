package io.midwater.feed;

/**
 * What a reader of lines wants to know of each byte of its buffer, one mark per byte: whether it is a delimiter, and whether
 * it may be a newline or a quote. All bytes of a buffer are marked in one plain loop without a branch, which the compiler of
 * the JVM turns into vector instructions; marks of several bytes at a time then answer what would have to be asked of each.
 */
final class ByteMarks {
    /** Set for a delimiter, in each byte of a word of marks. */
    static final long DELIMITERS = 0x8080808080808080L;

    /** Set for a newline and a quote, and for the few other bytes that have all the bits in which these two agree. */
    static final long ODD = 0x4040404040404040L;

    /** Times a word whose bytes are 0 or 128: their high bits next to each other in the highest byte. */
    private static final long GATHER = 0x0002040810204081L;

    private final byte delimiter;
    private final byte sharedBits;
    private final byte sharedKey;
    private byte[] marks;

    ByteMarks(int length, char delimiter, char quote) {
        this.delimiter = (byte) delimiter;
        this.sharedBits = (byte) ~('\n' ^ quote);
        this.sharedKey = (byte) ('\n' & sharedBits);
        this.marks = new byte[length];
    }

    /** The marks, by the place of the byte; those of bytes that were not marked say nothing. */
    byte[] array() {
        return marks;
    }

    /** Marks the first {@code length} bytes. */
    void mark(byte[] bytes, int length) {
        if (marks.length != bytes.length) {
            marks = new byte[bytes.length];
        }
        mark(bytes, marks, length, delimiter, sharedBits, sharedKey);
    }

    /**
     * Of {@code x - 1 & ~x} the highest bit is set where the byte x is 0 (Warren, "Hacker's Delight", 6-1), the bit below it
     * where x is 0 or 128. Bytes are subtracted one by one here: no borrow comes from a neighbour.
     */
    private static void mark(byte[] bytes, byte[] marks, int length, byte delimiter, byte sharedBits, byte sharedKey) {
        for (int i = 0; i < length; i++) {
            int notDelimiter = bytes[i] ^ delimiter;
            int notOdd = bytes[i] & sharedBits ^ sharedKey;
            marks[i] = (byte) (notDelimiter - 1 & ~notDelimiter & 0x80 | notOdd - 1 & ~notOdd & 0x40);
        }
    }

    /** The delimiters among 32 bytes, one bit each, from four words of marks. */
    static long delimiters(long first, long second, long third, long fourth) {
        return gather(first & DELIMITERS, second & DELIMITERS, third & DELIMITERS, fourth & DELIMITERS);
    }

    /** The odd ones among 32 bytes, one bit each, from four words of marks. */
    static long odd(long first, long second, long third, long fourth) {
        return gather((first & ODD) << 1, (second & ODD) << 1, (third & ODD) << 1, (fourth & ODD) << 1);
    }

    /** One bit for each of 32 bytes, from four words of marks whose bytes are 0 or 128. */
    static long gather(long first, long second, long third, long fourth) {
        return first * GATHER >>> 56
                | second * GATHER >>> 56 << 8
                | third * GATHER >>> 56 << 16
                | fourth * GATHER >>> 56 << 24;
    }
}
