package io.midwater.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** CSV text being put together as bytes, number by number, without a string in between. */
final class CsvBytes {
    private static final int FULL = 1 << 16;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final OutputStream out;
    private final ShortestDouble doubles = new ShortestDouble();
    private byte[] bytes = new byte[FULL + 1024];
    private int size;
    private long lastDay = Long.MIN_VALUE;
    private byte[] lastDate = new byte[0];

    CsvBytes(OutputStream out) {
        this.out = out;
    }

    void comma() {
        reserve(1);
        bytes[size++] = ',';
    }

    void endRow() throws IOException {
        reserve(1);
        bytes[size++] = '\n';
        if (size >= FULL) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    void append(byte[] cell) {
        reserve(cell.length);
        System.arraycopy(cell, 0, bytes, size, cell.length);
        size += cell.length;
    }

    void append(boolean value) {
        append(value ? TRUE : FALSE);
    }

    /** @param value any but the smallest long, which is no value */
    void append(long value) {
        reserve(20);
        long rest = value;
        if (value < 0) {
            bytes[size++] = '-';
            rest = -value;
        }
        int end = size + digits(rest);
        size = end;
        while (rest >= 10) {
            long tenth = rest / 10;
            bytes[--end] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
        bytes[--end] = (byte) ('0' + rest);
    }

    private static int digits(long value) {
        int digits = 1;
        long bound = 10;
        while (digits < 19 && value >= bound) {
            digits++;
            bound *= 10;
        }
        return digits;
    }

    void append(double value) {
        reserve(ShortestDouble.LONGEST);
        size = doubles.write(value, bytes, size);
    }

    void appendDate(long epochDay) {
        if (epochDay != lastDay) {
            lastDate = LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.US_ASCII);
            lastDay = epochDay;
        }
        append(lastDate);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
