package io.midwater.domain;

import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.slice.TestSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderIndexTest {
    @Test
    void eventsAndLegsFindTheirOrderAndKeepTheirOrder() {
        Slice slice = new TestSlice()
                .event(20, at("10:00:00"), "1:6", 5, 5, 0)
                .event(10, at("10:00:01"), "1:6", 5, 5, 0)
                .event(20, at("10:00:02"), "1:3", 5, 3, 2)
                .event(20, at("10:00:03"), "2:1", 5, 3, 2)
                .leg(10, at("10:00:01"), 1, 1)
                .leg(99, at("10:00:02"), 1, 1)
                .leg(20, at("10:00:03"), 1, 1)
                .leg(10, at("10:00:04"), 1, 1)
                .slice();
        OrderIndex index = slice.index();

        assertThat(index.orders()).isEqualTo(2);
        // Numbered by their first event: 20, then 10.
        assertThat(rows(index, 0)).containsExactly(0, 2, 3);
        assertThat(rows(index, 1)).containsExactly(1);
        assertThat(index.legCount(0)).isEqualTo(1);
        assertThat(index.leg(0, 0)).isEqualTo(2);
        assertThat(index.legCount(1)).isEqualTo(2);
        assertThat(List.of(index.leg(1, 0), index.leg(1, 1))).containsExactly(0, 3);
        assertThat(index.orphanLegCount()).isEqualTo(1);
        assertThat(index.orphanLeg(0)).isEqualTo(1);
    }

    @Test
    void manyIdsAreKeptApart() {
        Random random = new Random(6);
        TestSlice day = new TestSlice();
        Map<Long, Integer> expected = new HashMap<>();
        for (int row = 0; row < 5_000; row++) {
            // Real ids lie near 7.9e18, where doubles are 1,024 apart; zero and the largest are ids too.
            long id =
                    switch (random.nextInt(50)) {
                        case 0 -> 0;
                        case 1 -> Long.MAX_VALUE;
                        default -> 7_900_000_000_000_000_000L + random.nextInt(4_000);
                    };
            expected.merge(id, 1, Integer::sum);
            day.event(id, at("10:00") + row, "1:6", 5, 5, 0);
        }
        Slice slice = day.slice();
        OrderIndex index = slice.index();

        assertThat(index.orders()).isEqualTo(expected.size());
        int last = -1;
        for (int order = 0; order < index.orders(); order++) {
            long id = slice.orders().orderId(index.event(order, 0));
            assertThat(index.eventCount(order)).isEqualTo(expected.get(id));
            for (int row : rows(index, order)) {
                assertThat(slice.orders().orderId(row)).isEqualTo(id);
            }
            assertThat(index.event(order, 0)).isGreaterThan(last);
            last = index.event(order, 0);
        }
    }

    private static List<Integer> rows(OrderIndex index, int order) {
        List<Integer> rows = new ArrayList<>();
        for (int n = 0; n < index.eventCount(order); n++) {
            rows.add(index.event(order, n));
        }
        return rows;
    }
}
