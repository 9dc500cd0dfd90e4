package io.midwater.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.app.explain.OrderTimeline.Life;
import io.midwater.app.explain.OrderTimeline.Mark;
import io.midwater.app.explain.OrderTimeline.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTimelineTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void bothLivesShareOneAxis() {
        // 71 seconds over 72 columns: second s is column s.
        Life real = new Life(
                "real",
                0,
                71 * SECOND,
                List.of(
                        new Moment(0, Mark.NEW, 0),
                        new Moment(10 * SECOND, Mark.LIT, 1_000),
                        new Moment(20 * SECOND, Mark.DARK, 500),
                        new Moment(30 * SECOND, Mark.CHANGED, 0),
                        new Moment(71 * SECOND, Mark.ENDED, 0)));
        Life simulated = new Life("simulated", 0, 15 * SECOND, List.of(new Moment(15 * SECOND, Mark.MATCH, 2_500)));

        assertThat(OrderTimeline.draw(List.of(real, simulated)))
                .containsExactly(
                        "  UTC        1970-01-01T00:00:00Z" + " ".repeat(32) + "1970-01-01T00:01:11Z",
                        "             |-----------------|-----------------|-----------------|----------------|",
                        "  real       N" + "=".repeat(9) + "L" + "=".repeat(9) + "D" + "=".repeat(9) + "C"
                                + "=".repeat(40) + "X",
                        "  simulated  " + "=".repeat(15) + "M",
                        "  real       N new or reloaded: 1; C changed: 1; D dark fill: 1, 500 shares;"
                                + " L lit fill: 1, 1,000 shares; X ended before full: 1",
                        "  simulated  M simulated match: 1, 2,500 shares");
    }

    @Test
    void letterOfSeveralKindsAtOnePlaceIsAStarAndOfOneKindItsOwn() {
        Life life = new Life(
                "real",
                0,
                71 * SECOND,
                List.of(
                        new Moment(0, Mark.NEW, 0),
                        new Moment(1, Mark.LIT, 10),
                        new Moment(2, Mark.LIT, 10),
                        new Moment(5 * SECOND, Mark.LIT, 10),
                        new Moment(5 * SECOND, Mark.LIT, 10)));

        List<String> lines = OrderTimeline.draw(List.of(life));

        assertThat(lines.get(2)).isEqualTo("  real       *====L" + "=".repeat(66));
        assertThat(lines.get(3)).contains("L lit fill: 4, 40 shares");
    }

    @Test
    void whatLiesOutsideIsDrawnAtTheEndsAndOneInstantIsOneColumn() {
        // A carried order: its first event is of an evening before.
        Life carried = new Life("real", 71 * SECOND, 142 * SECOND, List.of(new Moment(5, Mark.NEW, 0)));
        assertThat(OrderTimeline.draw(List.of(carried)).get(2)).isEqualTo("  real       N" + "=".repeat(71));

        Life instant = new Life("real", 7, 7, List.of(new Moment(7, Mark.NEW, 0), new Moment(7, Mark.LIT, 1)));
        assertThat(OrderTimeline.draw(List.of(instant)).get(2)).isEqualTo("  real       *");
    }

    @Test
    void aLifeWithoutMomentsSaysSo() {
        Life nothing = new Life("simulated", 0, 71 * SECOND, List.of());
        assertThat(OrderTimeline.draw(List.of(nothing)).get(3)).isEqualTo("  simulated  nothing");
        assertThatThrownBy(() -> new Life("real", 2, 1, List.of()))
                .hasMessage("a life must not end before it begins, was 2..1");
    }
}
