package io.midwater.sink.parquet;

import io.midwater.domain.table.ColumnType;
import java.util.Arrays;
import org.apache.parquet.format.Statistics;

/** The smallest and largest value and the number of nulls of a chunk, as its footer entry carries them. */
final class ChunkStatistics {
    /** Longer texts are left out: they would only swell the footer. */
    private static final int LONGEST_TEXT = 1024;

    private ChunkStatistics() {}

    /** @param numbered true where the dictionary holds the chunk's distinct values */
    static Statistics of(
            ColumnType type, ChunkValues values, ValueDictionary dictionary, boolean numbered, ChunkTexts texts) {
        Statistics statistics = new Statistics();
        statistics.setNull_count(values.nulls());
        if (values.count() == 0) {
            return statistics;
        }
        switch (type) {
            case LONG -> range(statistics, bytes(values.min(), 8), bytes(values.max(), 8));
            case INT, DATE -> range(statistics, bytes(values.min(), 4), bytes(values.max(), 4));
            case BOOLEAN -> range(statistics, bytes(values.min(), 1), bytes(values.max(), 1));
            case DOUBLE -> {
                if (numbered) {
                    doubles(statistics, dictionary.values(), dictionary.size());
                } else {
                    doubles(statistics, values.present(), values.count());
                }
            }
            case TEXT -> texts(statistics, dictionary.size(), texts);
            case BINARY, DECIMAL_38_0, DECIMAL_38_12 -> {}
        }
        return statistics;
    }

    private static void range(Statistics statistics, byte[] min, byte[] max) {
        statistics.setMin_value(min);
        statistics.setMax_value(max);
    }

    private static byte[] bytes(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >> 8 * i);
        }
        return bytes;
    }

    private static void doubles(Statistics statistics, long[] bits, int count) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(bits[i]);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (!Double.isNaN(min)) {
            range(statistics, bytes(Double.doubleToRawLongBits(min), 8), bytes(Double.doubleToRawLongBits(max), 8));
        }
    }

    private static void texts(Statistics statistics, int size, ChunkTexts texts) {
        byte[] min = texts.bytes(0);
        byte[] max = min;
        for (int id = 1; id < size; id++) {
            byte[] text = texts.bytes(id);
            min = Arrays.compareUnsigned(text, min) < 0 ? text : min;
            max = Arrays.compareUnsigned(text, max) > 0 ? text : max;
        }
        if (min.length <= LONGEST_TEXT && max.length <= LONGEST_TEXT) {
            range(statistics, min, max);
        }
    }
}
