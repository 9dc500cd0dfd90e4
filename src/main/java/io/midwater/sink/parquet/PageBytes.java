package io.midwater.sink.parquet;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing byte buffer with Parquet's number formats: little-endian, variable-length and bit-packed. */
final class PageBytes extends OutputStream {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[4096];
    private int size;

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Makes room for more bytes at the end, without adding them. */
    void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * size, Integer.MAX_VALUE - 16)));
        }
    }

    /** Adds bytes that were put into {@link #array} behind the end. */
    void advance(int count) {
        size += count;
    }

    @Override
    public void write(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    void writeInt(int value) {
        reserve(4);
        INTS.set(bytes, size, value);
        size += 4;
    }

    void writeLongs(long[] values, int from, int count) {
        reserve(Math.multiplyExact(count, 8));
        for (int i = 0; i < count; i++) {
            LONGS.set(bytes, size + 8 * i, values[from + i]);
        }
        size += 8 * count;
    }

    /** Overwrites one byte. */
    void set(int position, int value) {
        bytes[position] = (byte) value;
    }

    /** Overwrites four bytes. */
    void setInt(int position, int value) {
        INTS.set(bytes, position, value);
    }

    /** Seven bits a byte, lowest first; the value counts as unsigned. */
    void writeVarint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A signed value with its sign in the lowest bit. */
    void writeZigzag(long value) {
        writeVarint((value << 1) ^ (value >> 63));
    }

    /** The lowest {@code width} bits of each value, lowest first, up to a whole byte. Higher bits must be zero. */
    void pack(long[] values, int from, int count, int width) {
        if (width == 0) {
            return;
        }
        reserve(packedSize(count, width) + 8);
        long held = 0;
        int bits = 0;
        int position = size;
        for (int i = from; i < from + count; i++) {
            long value = values[i];
            held |= value << bits;
            bits += width;
            if (bits >= 64) {
                LONGS.set(bytes, position, held);
                position += 8;
                bits -= 64;
                held = bits == 0 ? 0 : value >>> (width - bits);
            }
        }
        LONGS.set(bytes, position, held);
        size = position + (bits + 7) / 8;
    }

    /** As {@link #pack(long[], int, int, int)}, for widths up to 32. */
    void pack(int[] values, int from, int count, int width) {
        if (width == 0) {
            return;
        }
        reserve(packedSize(count, width) + 8);
        long held = 0;
        int bits = 0;
        int position = size;
        for (int i = from; i < from + count; i++) {
            held |= (values[i] & 0xFFFFFFFFL) << bits;
            bits += width;
            if (bits >= 32) {
                INTS.set(bytes, position, (int) held);
                position += 4;
                bits -= 32;
                held >>>= 32;
            }
        }
        LONGS.set(bytes, position, held);
        size = position + (bits + 7) / 8;
    }

    private static int packedSize(int count, int width) {
        return Math.toIntExact(((long) count * width + 7) / 8);
    }
}
