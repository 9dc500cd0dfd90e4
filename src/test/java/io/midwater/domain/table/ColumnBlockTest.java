package io.midwater.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ColumnBlockTest {
    private static final TableSchema SCHEMA = new TableSchema(
            "t",
            List.of(
                    new ColumnSpec("number", ColumnType.LONG, "", ""),
                    new ColumnSpec("text", ColumnType.TEXT, "", "")));

    @Property
    void joinedBlocksGiveBackEveryValueInOrder(@ForAll("blocks") List<List<Long>> blocks) {
        List<ColumnBlock> coded = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (List<Long> block : blocks) {
            coded.add(encode(block));
            expected.addAll(block);
        }
        PackedRows rows = ColumnBlock.concat(SCHEMA, coded, new ColumnMemory());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            numbers.add(rows.column("number").get(i));
            assertThat(text(rows, i)).isEqualTo(textOf(expected.get(i)));
        }
        assertThat(numbers).isEqualTo(expected);
        assertThat(read(rows, 0)).isEqualTo(expected);
        assertThat(read(rows, rows.rows() / 2)).isEqualTo(expected.subList(rows.rows() / 2, rows.rows()));
        int[] backwards =
                IntStream.range(0, rows.rows()).map(i -> rows.rows() - 1 - i).toArray();
        Collections.reverse(expected);
        assertThat(read(rows.permute(backwards, new ColumnMemory()), 0)).isEqualTo(expected);
    }

    /** The first column from a row on, read in one go. */
    private static List<Long> read(PackedRows rows, int from) {
        long[] values = new long[rows.rows() - from];
        rows.read(0, from, values.length, values);
        return Arrays.stream(values).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    @Provide
    Arbitrary<List<List<Long>>> blocks() {
        Arbitrary<Long> any = Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(0, 300),
                Arbitraries.longs().between(1_725_497_251_000_000_000L, 1_725_497_258_301_113_019L),
                Arbitraries.of(RowGroup.NULL, Long.MAX_VALUE, Long.MIN_VALUE + 1, 0L, 0xFFFFFFFFL, 0x100000000L));
        Arbitrary<Long> narrow = Arbitraries.longs().between(1_000_000, 1_000_200);
        return Arbitraries.oneOf(
                        any.list().ofMinSize(1).ofMaxSize(40),
                        narrow.list().ofMinSize(1).ofMaxSize(40))
                .list()
                .ofMaxSize(5);
    }

    @Test
    void risingClocksTravelAsDifferences() {
        long[] clock = new long[4096];
        for (int i = 0; i < clock.length; i++) {
            clock[i] = 1_725_497_251_000_000_000L + i * 200L;
        }
        byte[] bytes = new ColumnBlockEncoder()
                .encode(
                        new TableSchema("t", List.of(new ColumnSpec("clock", ColumnType.LONG, "", ""))),
                        clock.length,
                        new long[][] {clock},
                        new TextDictionary[1]);
        assertThat(bytes.length).isLessThan(64);
    }

    private static ColumnBlock encode(List<Long> values) {
        TextDictionary dictionary = new TextDictionary();
        long[] numbers = values.stream().mapToLong(v -> v).toArray();
        long[] texts = values.stream()
                .mapToLong(v -> textOf(v) == null ? RowGroup.NULL : dictionary.indexOf(textOf(v)))
                .toArray();
        return new ColumnBlock(new ColumnBlockEncoder()
                .encode(SCHEMA, numbers.length, new long[][] {numbers, texts}, new TextDictionary[] {null, dictionary
                }));
    }

    private static String textOf(long value) {
        return value % 3 == 0 ? null : "t" + value % 7;
    }

    private static String text(PackedRows rows, int row) {
        long index = rows.column("text").get(row);
        return index == RowGroup.NULL ? null : rows.dictionary(1).text((int) index);
    }
}
