package io.midwater.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.RowGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;

/** What our encoders write, the library's decoders read. */
class EncoderTest {
    @Property
    void differencesOfLongsComeBack(@ForAll("longs") long[] values) throws IOException {
        DeltaBinaryPackingValuesReader reader = differences(values, false);
        for (long value : values) {
            assertThat(reader.readLong()).isEqualTo(value);
        }
    }

    @Property
    void differencesOfIntsComeBack(@ForAll("ints") int[] values) throws IOException {
        long[] longs = IntStream.of(values).asLongStream().toArray();
        DeltaBinaryPackingValuesReader reader = differences(longs, true);
        for (int value : values) {
            assertThat(reader.readInteger()).isEqualTo(value);
        }
    }

    private static DeltaBinaryPackingValuesReader differences(long[] values, boolean narrow) throws IOException {
        long[] shifted =
                LongStream.concat(LongStream.of(9, 9, 9), LongStream.of(values)).toArray();
        PageBytes page = new PageBytes();
        new DeltaEncoder().encode(shifted, 3, values.length, narrow, page);
        DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
        reader.initFromPage(values.length, stream(page));
        return reader;
    }

    @Provide
    Arbitrary<long[]> longs() {
        Arbitrary<Long> any = Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs().between(1_725_497_251_000_000_000L, 1_725_497_258_301_113_019L),
                Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 0L));
        return Arbitraries.oneOf(
                any.array(long[].class).ofMaxSize(300),
                Arbitraries.longs().between(0, 500).array(long[].class).ofMaxSize(300));
    }

    @Provide
    Arbitrary<int[]> ints() {
        return Arbitraries.oneOf(
                        Arbitraries.integers(),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.of(Integer.MAX_VALUE, Integer.MIN_VALUE, 0))
                .array(int[].class)
                .ofMaxSize(300);
    }

    @Test
    void differencesKeepTheirWidthInThirtyTwoBits() {
        // 2^31 − 1, −2^31 and so on: the differences wrap to +1 and −1, so no miniblock needs more than two bits.
        long[] values = LongStream.range(0, 129)
                .map(i -> i % 2 == 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE)
                .toArray();
        PageBytes page = new PageBytes();
        new DeltaEncoder().encode(values, 0, values.length, true, page);
        // 2 (block) + 1 (miniblocks) + 2 (count) + 5 (first value) + 1 (smallest) + 4 (widths) + 4 × 8 (2 bits × 32).
        assertThat(page.size()).isEqualTo(47);
    }

    @Property
    void idsComeBack(@ForAll @IntRange(max = 32) int width, @ForAll("runs") List<Integer> lengths, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int[] values = lengths.stream()
                .flatMapToInt(length -> {
                    int value = width == 0 ? 0 : random.nextInt() >>> 32 - width;
                    return IntStream.range(0, length).map(i -> value);
                })
                .toArray();
        int[] shifted =
                IntStream.concat(IntStream.of(1, 1), IntStream.of(values)).toArray();
        PageBytes page = new PageBytes();
        RleEncoder.encode(shifted, 2, shifted.length, width, page);
        RunLengthBitPackingHybridDecoder decoder = new RunLengthBitPackingHybridDecoder(width, stream(page));
        for (int value : values) {
            assertThat(decoder.readInt()).isEqualTo(value);
        }
    }

    @Provide
    Arbitrary<List<Integer>> runs() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(6, 10),
                        Arbitraries.integers().between(1, 2_000))
                .list()
                .ofMaxSize(40);
    }

    @Test
    void aLongRunTakesAFewBytes() {
        int[] values = new int[16_384];
        Arrays.fill(values, 5);
        PageBytes page = new PageBytes();
        RleEncoder.encode(values, 0, values.length, 3, page);
        // 16,384 × 2 takes three groups of seven bits; then the value.
        assertThat(page.size()).isEqualTo(4);
    }

    @Property
    void aDictionaryGivesBackEveryValue(@ForAll("repeating") long[] values) {
        long min = LongStream.of(values).min().orElseThrow();
        long max = LongStream.of(values).max().orElseThrow();
        long distinct = LongStream.of(values).distinct().count();
        ValueDictionary dictionary = new ValueDictionary();
        assertThat(dictionary.build(values, values.length, min, max, values.length))
                .isTrue();
        assertThat(dictionary.size()).isEqualTo((int) distinct);
        for (int i = 0; i < values.length; i++) {
            assertThat(dictionary.value(dictionary.ids()[i])).isEqualTo(values[i]);
        }
        if (distinct > 1) {
            assertThat(dictionary.build(values, values.length, min, max, (int) distinct - 1))
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<long[]> repeating() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(100, 140).array(long[].class).ofMinSize(1),
                Arbitraries.longs().array(long[].class).ofMinSize(1),
                Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L, 1L << 40)
                        .array(long[].class)
                        .ofMinSize(1)
                        .ofMaxSize(5_000));
    }

    @Test
    void aReusedDictionaryForgets() {
        ValueDictionary dictionary = new ValueDictionary();
        dictionary.build(new long[] {1L << 50, 7, 1L << 50}, 3, 7, 1L << 50, 3);
        dictionary.build(new long[] {20, 10, 15}, 3, 10, 20, 3);
        dictionary.build(new long[] {7, 1L << 51, 7}, 3, 7, 1L << 51, 3);
        assertThat(dictionary.size()).isEqualTo(2);
        assertThat(Arrays.copyOf(dictionary.ids(), 3)).containsExactly(0, 1, 0);
        assertThat(dictionary.value(1)).isEqualTo(1L << 51);
    }

    @Test
    void aLookTellsNullsRangeAndOrder() {
        ChunkValues values = new ChunkValues();
        values.load(new long[] {RowGroup.NULL, 3, 3, RowGroup.NULL, 9, 1}, 5);
        assertThat(values.nulls()).isEqualTo(2);
        assertThat(Arrays.copyOf(values.present(), values.count())).containsExactly(3, 3, 9);
        assertThat(values.min()).isEqualTo(3);
        assertThat(values.max()).isEqualTo(9);
        assertThat(values.rising()).isTrue();
        values.load(new long[] {3, 3, 1}, 3);
        assertThat(values.rising()).isFalse();
        assertThat(values.nulls()).isZero();
    }

    private static ByteBufferInputStream stream(PageBytes page) {
        return ByteBufferInputStream.wrap(ByteBuffer.wrap(page.array(), 0, page.size()));
    }
}
