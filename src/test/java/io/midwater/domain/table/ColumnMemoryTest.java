package io.midwater.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnMemoryTest {
    private final ColumnMemory memory = new ColumnMemory();

    @Test
    void anArrayIsNotGivenTwiceForOneSlice() {
        assertThat(memory.take(5000)).isNotSameAs(memory.take(5000)).hasSizeGreaterThanOrEqualTo(5000);
    }

    @Test
    void theNextSliceWritesWhereTheLastOneWrote() {
        byte[] first = memory.take(5000);
        byte[] second = memory.take(9000);

        memory.reuse();

        assertThat(memory.take(8900)).isSameAs(second);
        assertThat(memory.take(4900)).isSameAs(first);
    }

    @Test
    void anArrayMoreThanTwiceAsLongIsNotTaken() {
        byte[] large = memory.take(100_000);

        memory.reuse();

        assertThat(memory.take(40_000)).isNotSameAs(large).hasSizeBetween(40_000, 45_000);
    }

    @Test
    void whatASliceDidNotNeedIsGivenUp() {
        byte[] first = memory.take(5000);
        memory.reuse();
        memory.take(100_000);
        memory.trim();
        memory.reuse();

        assertThat(memory.take(5000)).isNotSameAs(first);
    }

    @Test
    void reorderedColumnsTakeTheMemoryOfThoseBefore() {
        byte[] first = memory.take(5000);

        memory.giveBack(first);

        assertThat(memory.take(5000)).isSameAs(first);
        assertThat(memory.take(5000)).isNotSameAs(first);
    }

    @Test
    void columnsOfTheLastSliceAreOverwritten() {
        PackedColumn.Range range = PackedColumn.Range.of(new long[] {7, 300}, 2);
        PackedColumn before = column(range, 7, 300);
        memory.reuse();

        PackedColumn after = column(range, 300, 7);

        assertThat(after.get(0)).isEqualTo(300);
        assertThat(after.get(1)).isEqualTo(7);
        assertThat(before.get(0)).as("its memory is the next slice's").isEqualTo(300);
    }

    private PackedColumn column(PackedColumn.Range range, long... values) {
        PackedColumn.Builder builder = new PackedColumn.Builder(values.length, range, memory);
        builder.append(values, values.length);
        return builder.build();
    }
}
