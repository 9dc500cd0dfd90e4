package io.midwater.simulation;

import static io.midwater.domain.table.RowGroup.NULL;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Horizon;
import io.midwater.domain.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** With the sides changed and every price p turned into K − p, the dark pool saves each order the same. */
class MirroredDayTest {
    private static final long MIRROR = 6_790;
    private static final List<Horizon> HORIZONS = List.of(new Horizon("5s", 5_000_000_000L));
    private static final List<String> SAME = List.of(
            "scope_quantity",
            "simulated_quantity",
            "savings_value",
            "matches",
            "time_to_first_fill_ns",
            "real_time_to_first_fill_ns",
            "markout_5s_quantity",
            "realized_spread_5s_half_value");

    /** Sweeps and dark orders of both sides on a walking quote; some sweeps trade in reality too. */
    private static StudyDay day(long seed, boolean mirrored) {
        Random random = new Random(seed);
        StudyDay day = new StudyDay();
        long bid = 3_390;
        for (int second = 1; second < 200; second += 1 + random.nextInt(30)) {
            bid += 10 * (random.nextInt(3) - 1);
            long offer = bid + 10 * (1 + random.nextInt(2));
            day.quote(second, mirrored ? MIRROR - offer : bid, mirrored ? MIRROR - bid : offer);
        }
        for (int id = 1; id <= 12; id++) {
            boolean buy = random.nextBoolean();
            long quantity = 100L * (1 + random.nextInt(9));
            long limit = 3_390 + 10 * (random.nextInt(5) - 2);
            long second = 2 + 10L * id;
            int side = buy != mirrored ? 1 : 2;
            long price = mirrored ? MIRROR - limit : limit;
            if (random.nextInt(3) > 0) {
                day.dark(id, side, quantity, price).enters(second);
            } else {
                StudyDay.Order sweep = day.sweep(id, side, quantity, price).enters(second);
                if (random.nextBoolean()) {
                    sweep.trades(second + 5, quantity / 2, price, 1);
                }
            }
        }
        return day;
    }

    private static List<Map<String, Long>> rows(StudyDay day) {
        Slice slice = day.slice();
        List<Map<String, Long>> rows = new ArrayList<>();
        StudyRows.write(slice, HORIZONS, group -> {
            for (int row = 0; row < group.rows(); row++) {
                Map<String, Long> values = new HashMap<>();
                long[] value = new long[1];
                for (int column = 0; column < group.schema().columns().size(); column++) {
                    group.read(column, row, 1, value);
                    values.put(group.schema().columns().get(column).name(), value[0]);
                }
                rows.add(values);
            }
        });
        return rows;
    }

    @Property(tries = 200)
    void theMirroredDaySavesTheSame(@ForAll long seed) {
        List<Map<String, Long>> plain = rows(day(seed, false));
        List<Map<String, Long>> mirrored = rows(day(seed, true));

        assertThat(mirrored).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(mirrored.get(i).get("order_id")).isEqualTo(plain.get(i).get("order_id"));
            for (String column : SAME) {
                assertThat(mirrored.get(i).get(column))
                        .as("%s of order %s", column, plain.get(i).get("order_id"))
                        .isEqualTo(plain.get(i).get(column));
            }
        }
    }

    @Property(tries = 1)
    void someOfTheseDaysMatchAndSave() {
        long matched = 0;
        long saved = 0;
        for (long seed = 0; seed < 50; seed++) {
            for (Map<String, Long> row : rows(day(seed, false))) {
                matched += row.get("simulated_quantity") > 0 ? 1 : 0;
                saved += row.get("savings_value") != NULL && row.get("savings_value") != 0 ? 1 : 0;
            }
        }
        assertThat(matched).isGreaterThan(20);
        assertThat(saved).isGreaterThan(5);
    }
}
