package io.midwater.generator;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text formatted by hand into one reused buffer. */
final class CsvFile implements Closeable {
    private static final int SIZE = 1 << 18;
    private static final int LONGEST_ROW = 1 << 12;
    private static final byte[] LOWEST = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];

    static {
        for (int i = 0; i < 100; i++) {
            TENS[i] = (byte) ('0' + i / 10);
            ONES[i] = (byte) ('0' + i % 10);
        }
    }

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int at;
    private long flushed;
    private long rows;

    CsvFile(OutputStream out, String header) {
        this.out = out;
        text(ascii(header));
        at = at - 1;
        buffer[at++] = '\n';
    }

    static CsvFile create(Path path, String header) throws IOException {
        Files.createDirectories(path.getParent());
        return new CsvFile(Files.newOutputStream(path), header);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A number and a comma. */
    CsvFile number(long value) {
        if (value < 0) {
            negative(value);
        } else if (value < 10) {
            buffer[at++] = (byte) ('0' + value);
        } else {
            digits(value);
        }
        buffer[at++] = ',';
        return this;
    }

    private void negative(long value) {
        if (value == Long.MIN_VALUE) {
            System.arraycopy(LOWEST, 0, buffer, at, LOWEST.length);
            at += LOWEST.length;
        } else {
            buffer[at++] = '-';
            digits(-value);
        }
    }

    private void digits(long value) {
        int end = at + length(value);
        int to = end;
        long rest = value;
        while (rest > Integer.MAX_VALUE) {
            long next = rest / 100;
            int pair = (int) (rest - next * 100);
            buffer[--to] = ONES[pair];
            buffer[--to] = TENS[pair];
            rest = next;
        }
        int small = (int) rest;
        while (small >= 10) {
            int next = small / 100;
            int pair = small - next * 100;
            buffer[--to] = ONES[pair];
            if (to > at) {
                buffer[--to] = TENS[pair];
            }
            small = next;
        }
        if (to > at) {
            buffer[--to] = (byte) ('0' + small);
        }
        at = end;
    }

    private static int length(long value) {
        int length = 1;
        long limit = 10;
        while (length < 19 && value >= limit) {
            length++;
            limit *= 10;
        }
        return length;
    }

    /** A text, which must need no quoting, and a comma. */
    CsvFile text(byte[] ascii) {
        System.arraycopy(ascii, 0, buffer, at, ascii.length);
        at += ascii.length;
        buffer[at++] = ',';
        return this;
    }

    /** Turns the last comma into the end of the line. */
    void endRow() {
        buffer[at - 1] = '\n';
        rows++;
        if (at > SIZE - LONGEST_ROW) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        flushed += at;
        at = 0;
    }

    long rows() {
        return rows;
    }

    /** Bytes of text so far. */
    long bytes() {
        return flushed + at;
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
