package io.midwater.slice;

import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroup;
import org.junit.jupiter.api.Test;

class PublishedRowsTest {
    @Test
    void legsOfOrdersThatAreNotThereAreMarked() {
        Slice slice = new TestSlice()
                .event(1, at("11:00"), "1:6", 10, 10, 0)
                .leg(1, at("11:00"), 10_000, 5)
                .leg(99, at("11:01"), 10_000, 5, "dealsource", 47)
                .leg(1, at("11:02"), 10_000, 5)
                .slice();

        RowGroup rows = PublishedRows.trades(slice.unit(), slice.trades(), slice.index());

        assertThat(column(rows, "orphan_leg")).containsExactly(0, 1, 0);
        assertThat(rows.dictionary(rows.schema().indexOf("trade_class")).text((int) column(rows, "trade_class")[1]))
                .isEqualTo("DARK");
    }

    private static long[] column(RowGroup rows, String name) {
        long[] values = new long[rows.rows()];
        rows.read(rows.schema().indexOf(name), 0, values.length, values);
        return values;
    }
}
