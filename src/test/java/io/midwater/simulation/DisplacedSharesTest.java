package io.midwater.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Slice;
import io.midwater.simulation.MatchingOptions.Availability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisplacedSharesTest {
    private static final int BUY = 1;
    private static final int SELL = 2;

    private StudyDay day;

    @BeforeEach
    void quote() {
        day = new StudyDay().quote(1, 3390, 3400);
    }

    private long displaced(Availability availability, long orderId) {
        Slice slice = day.slice();
        MatchingOptions options = StudyDay.options(availability);
        StudyResults results =
                new Replay(slice, StudyDay.orders(slice, options), options, (a, b, c, d, e, f, g, h, i) -> {}).run();
        for (int order = 0; order < slice.index().orders(); order++) {
            if (slice.orders().orderId(slice.index().event(order, 0)) == orderId) {
                return results.displaced(order);
            }
        }
        throw new AssertionError("no order " + orderId);
    }

    @Test
    void aContraThatTradesWhatWasMatchedOfItIsDisplaced() {
        // The study takes 200 of 600; 500 really trade later, so 100 are left: 200 − 100 have been given twice.
        day.dark(2, SELL, 600, 3390).enters(5).trades(30, 500, 3395, 47);
        day.sweep(1, BUY, 200, 3390).enters(10);

        assertThat(displaced(Availability.LATER, 1)).isEqualTo(100);
        // With what it has at its least, 100, nothing is given twice.
        assertThat(displaced(Availability.NONE, 1)).isZero();
    }

    @Test
    void whatTradesLitOnArrivalIsDisplacedAtOnce() {
        // 600, of which 200 trade lit at once and 100 later. All: 600 matched, 400 then 300 left: 200 + 100. Later: 400
        // matched, 300 left. None: 300 matched.
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).row(20, 6, 2, 600).trades(20, 200, 3390, 1).trades(50, 100, 3390, 1);

        assertThat(displaced(Availability.ALL, 1)).isEqualTo(300);
        assertThat(displaced(Availability.LATER, 1)).isEqualTo(100);
        assertThat(displaced(Availability.NONE, 1)).isZero();
    }

    @Test
    void whoGotThemLastLosesThemFirst() {
        // 200 to order 1 at 10 and 200 to order 3 at 20; 450 of 600 really trade: 400 − 150 = 250 are gone, 200 of
        // order
        // 3 and 50 of order 1.
        day.dark(2, SELL, 600, 3390).enters(5).trades(30, 450, 3395, 47);
        day.sweep(1, BUY, 200, 3390).enters(10);
        day.sweep(3, BUY, 200, 3390).enters(20);

        assertThat(displaced(Availability.LATER, 3)).isEqualTo(200);
        assertThat(displaced(Availability.LATER, 1)).isEqualTo(50);
    }

    @Test
    void onlyWhatIsMissingMoreThanBeforeCounts() {
        // 300 matched of 600. Left: 200 (100 missing), 500 after an increase (none), 150 (150 missing): 250 in all.
        day.dark(2, SELL, 600, 3390)
                .enters(5)
                .trades(20, 400, 3395, 47)
                .row(30, 5, 1, 500, "quantity", 500)
                .trades(40, 350, 3395, 47);
        day.sweep(1, BUY, 300, 3390).enters(10);

        assertThat(displaced(Availability.LATER, 1)).isEqualTo(250);
    }

    @Test
    void aCancellationDisplacesNothing() {
        day.dark(2, SELL, 600, 3390).enters(5).cancels(30);
        day.sweep(1, BUY, 200, 3390).enters(10);

        assertThat(displaced(Availability.LATER, 1)).isZero();
    }
}
