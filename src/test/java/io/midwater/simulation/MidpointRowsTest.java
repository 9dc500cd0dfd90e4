package io.midwater.simulation;

import static io.midwater.domain.table.RowGroup.NULL;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a simulated order got, when, and what it was worth later. With bid 3390 and offer 3400 twice the mid is 6790. */
class MidpointRowsTest {
    private static final int BUY = 1;
    private static final int SELL = 2;
    private static final long SECOND = 1_000_000_000L;
    private static final List<Horizon> HORIZONS =
            List.of(new Horizon("1s", SECOND), new Horizon("5s", 5 * SECOND), new Horizon("1h", 3600 * SECOND));

    private final StudyDay day = new StudyDay().quote(1, 3390, 3400);

    private Map<String, Long> row() {
        Map<String, Long> values = new HashMap<>();
        StudyRows.write(day.slice(), HORIZONS, group -> {
            long[] value = new long[1];
            assertThat(group.rows()).isEqualTo(1);
            for (int column = 0; column < group.schema().columns().size(); column++) {
                group.read(column, 0, 1, value);
                values.put(group.schema().columns().get(column).name(), value[0]);
            }
        });
        return values;
    }

    @Test
    void fillsAreValuedByTheQuoteInForceLater() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).enters(20);
        day.dark(3, SELL, 300, 3390).enters(30);
        // Twice the mid is 6790 until 21 and from 33 to 37, 6830 between and later.
        day.quote(21, 3410, 3420).quote(33, 3390, 3400).quote(37, 3410, 3420);

        Map<String, Long> row = row();
        // The second seller waits until 33: at 6830 the buyer is out of reach.
        assertThat(row).containsEntry("simulated_quantity", 600L + 300L);
        assertThat(row).containsEntry("markout_1s_quantity", 900L);
        // 600 bought at 6790: 6830 after 1 s and after 5 s. 300 at 6790: the same after 1 s, 6830 after 5 s.
        assertThat(row).containsEntry("realized_spread_1s_half_value", (6790L - 6830) * 600);
        assertThat(row).containsEntry("realized_spread_5s_half_value", (6790L - 6830) * 900);
        assertThat(row).containsEntry("markout_5s_base_half_value", 6790L * 900);
        // Trading has ended an hour later.
        assertThat(row).containsEntry("markout_1h_quantity", 0L);
        assertThat(row).containsEntry("realized_spread_1h_half_value", NULL);
        assertThat(row).containsEntry("markout_1h_base_half_value", NULL);
    }

    @Test
    void aSellerGainsWhenThePriceFallsAfterwards() {
        day.sweep(1, SELL, 1000, 3400).enters(10);
        day.dark(2, BUY, 100, 3400).enters(20);
        day.quote(23, 3370, 3380);

        // Sold at 6790, 6750 after 5 s: the cost is −1 × (6790 − 6750) × 100.
        assertThat(row()).containsEntry("realized_spread_5s_half_value", -40L * 100);
    }

    @Test
    void firstFillsAreOfTheRemainderInBothWorlds() {
        day.sweep(1, BUY, 1000, 3390)
                .row(10, 6, 2, 1000)
                .trades(10, 200, 3390, 1)
                .row(10, 5, 1, 800)
                .trades(45, 100, 3390, 1);
        day.dark(2, SELL, 600, 3390).enters(20);

        Map<String, Long> row = row();
        // The 200 at the instant of arrival are not the remainder's: it first fills 35 s later, simulated 10 s later.
        assertThat(row).containsEntry("real_time_to_first_fill_ns", 35 * SECOND);
        assertThat(row).containsEntry("time_to_first_fill_ns", 10 * SECOND);
    }

    @Test
    void whatNeverMatchesHasNoMarkout() {
        day.sweep(1, BUY, 1000, 3390).enters(10);

        assertThat(row()).containsEntry("time_to_first_fill_ns", NULL);
        assertThat(row()).containsEntry("real_time_to_first_fill_ns", NULL);
        assertThat(row()).containsEntry("markout_1s_quantity", NULL);
    }

    @Test
    void anOrderThatComesAfterTheCloseIsStudiedInVain() {
        day.sweep(1, BUY, 1000, 3390).enters(StudyDay.CLOSE + 100);

        assertThat(row()).containsEntry("scope_quantity", 1000L).containsEntry("simulated_quantity", 0L);
    }

    @Test
    void sharesAmongStudyOrdersAreReportedApart() {
        // The second sweep meets the first for 400; a real seller gives it 300 more.
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.sweep(2, SELL, 400, 3400).enters(20);
        day.dark(3, SELL, 300, 3390).enters(30);

        assertThat(column("study_quantity", meeting(true))).containsExactly(400L, 400L);
        assertThat(column("simulated_quantity", meeting(true))).containsExactly(700L, 400L);
        assertThat(column("study_quantity", meeting(false))).containsExactly(0L, 0L);
        assertThat(column("simulated_quantity", meeting(false))).containsExactly(300L, 0L);
    }

    private static MatchingOptions meeting(boolean sweepToSweep) {
        MatchingOptions usual = StudyDay.options();
        return new MatchingOptions(
                usual.studyLimit(),
                usual.scope(),
                usual.horizon(),
                usual.availability(),
                sweepToSweep,
                usual.preferencing(),
                usual.preferencingParticipants(),
                usual.blocks(),
                usual.latencyNs());
    }

    private long[] column(String name, MatchingOptions options) {
        List<Long> values = new ArrayList<>();
        StudyRows.write(day.slice(), options, HORIZONS, group -> {
            long[] read = new long[group.rows()];
            group.read(group.schema().indexOf(name), 0, group.rows(), read);
            Arrays.stream(read).forEach(values::add);
        });
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
