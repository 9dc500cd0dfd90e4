package io.midwater.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.Side;
import io.midwater.domain.Slice;
import io.midwater.simulation.MatchingOptions.Availability;
import io.midwater.simulation.MatchingOptions.Preferencing;
import io.midwater.simulation.MatchingOptions.Scope;
import io.midwater.simulation.MatchingOptions.StudyHorizon;
import io.midwater.simulation.MatchingOptions.StudyLimit;
import io.midwater.simulation.matching.DealSource;
import io.midwater.simulation.matching.MidTick;
import io.midwater.simulation.matching.TickTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold on every day, on generated ones. */
class ReplayPropertiesTest {
    @TempDir
    static Path folder;

    private static List<Slice> days;

    private record Trade(
            long match,
            long time,
            int incoming,
            int resting,
            long shares,
            long price2,
            long bid,
            long offer,
            DealSource source) {}

    @BeforeAll
    static void generate() throws IOException {
        days = GeneratedDays.generate(folder.resolve("market"), 2, 2, 8_000, 7);
    }

    private static List<Trade> replay(Slice day, MatchingOptions options) {
        List<Trade> trades = new ArrayList<>();
        new Replay(
                        day,
                        StudyDay.orders(day, options),
                        options,
                        (match, time, incoming, resting, shares, price2, bid, offer, source) -> trades.add(
                                new Trade(match, time, incoming, resting, shares, price2, bid, offer, source)))
                .run();
        return trades;
    }

    private static long volume(List<Trade> trades) {
        return trades.stream().mapToLong(Trade::shares).sum();
    }

    @Test
    void theRealDarkFlowIsFoundAgainExactly() {
        for (Slice day : days) {
            ReplayQuality quality =
                    new RealReplay(day, StudyDay.orders(day, StudyDay.options()), StudyDay.options()).run();

            assertThat(quality.realQuantity()).isGreaterThan(10_000);
            assertThat(quality.recall()).isEqualTo(1);
            assertThat(quality.precision()).isEqualTo(1);
        }
    }

    @Test
    void withoutPreferencingItIsNot() {
        // The measure sees a missing rule.
        MatchingOptions off = new MatchingOptions(
                StudyLimit.MID_TICK,
                Scope.REST,
                StudyHorizon.SESSION_END,
                Availability.LATER,
                false,
                Preferencing.OFF,
                Set.of(),
                false,
                0);
        Slice day = days.get(0);

        assertThat(new RealReplay(day, StudyDay.orders(day, off), off).run().recall())
                .isLessThan(1)
                .isGreaterThan(0.5);
    }

    @ParameterizedTest
    @EnumSource
    void matchesKeepLimitsPricesAndShares(Availability availability) {
        MatchingOptions options = StudyDay.options(availability);
        for (Slice day : days) {
            List<Trade> trades = replay(day, options);
            assertThat(trades).isNotEmpty();
            ReplayOrders orders = StudyDay.orders(day, options);
            Map<Integer, Long> used = new HashMap<>();
            for (Trade trade : trades) {
                assertThat(side(day, trade.incoming)).isNotEqualTo(side(day, trade.resting));
                assertThat(orders.isStudy(trade.incoming)).isNotEqualTo(orders.isStudy(trade.resting));
                assertThat(day.session().isOpen(trade.time)).isTrue();
                assertThat(trade.price2).isEqualTo(trade.bid + trade.offer);
                for (int order : new int[] {trade.incoming, trade.resting}) {
                    used.merge(order, trade.shares, Long::sum);
                    assertThat(acceptsOnce(day, order, trade, orders.isStudy(order)))
                            .isTrue();
                }
            }
            used.forEach((order, shares) -> assertThat(shares).isLessThanOrEqualTo(most(day, order)));
        }
    }

    private static Side side(Slice day, int order) {
        return day.orders().side(day.index().event(order, 0));
    }

    /** Whether one of the order's states up to the match allows its price. */
    private static boolean acceptsOnce(Slice day, int order, Trade trade, boolean study) {
        OrderEvents events = day.orders();
        for (int n = 0; n < day.index().eventCount(order); n++) {
            int row = day.index().event(order, n);
            MidTick midTick = study ? MidTick.MID_TICK : MidTick.ofCode(events.midTick(row));
            int sign = events.side(row).sign();
            long limit2 = TickTable.ASX_EQUITIES.limit2(events.side(row), events.price(row), midTick);
            if (events.timestamp(row) <= trade.time
                    && (events.orderType(row) == 2 || sign * trade.price2 <= sign * limit2)) {
                return true;
            }
        }
        return false;
    }

    /** All that was ever ordered. */
    private static long most(Slice day, int order) {
        long most = 0;
        for (int n = 0; n < day.index().eventCount(order); n++) {
            int row = day.index().event(order, n);
            most = Math.max(
                    most, day.orders().totalMatchedQuantity(row) + day.orders().leavesQuantity(row));
        }
        return most;
    }

    @Test
    void theSameDayTwiceIsTheSame() {
        assertThat(replay(days.get(0), StudyDay.options())).isEqualTo(replay(days.get(0), StudyDay.options()));
    }

    @Test
    void theLastFillEndsTheStudyNoLaterThanTheSession() {
        MatchingOptions lastFill =
                StudyDay.options(StudyLimit.MID_TICK, Scope.REST, StudyHorizon.LAST_FILL, Availability.LATER, 0);
        for (Slice day : days) {
            ReplayOrders orders = StudyDay.orders(day, lastFill);
            for (Trade trade : replay(day, lastFill)) {
                int study = orders.isStudy(trade.incoming) ? trade.incoming : trade.resting;
                assertThat(trade.time).isLessThanOrEqualTo(orders.windowEndNs(study));
            }
        }
    }

    @Test
    void lessAvailableMeansLessVolume() throws IOException {
        List<Slice> plain = GeneratedDays.generate(folder.resolve("plain"), 2, 1, 6_000, 11, row -> {
            row.put("minimumquantity", 0L);
            row.put("crossingkey", 0L);
        });
        for (Slice day : plain) {
            long none = volume(replay(day, StudyDay.options(Availability.NONE)));
            long later = volume(replay(day, StudyDay.options(Availability.LATER)));
            long all = volume(replay(day, StudyDay.options(Availability.ALL)));

            assertThat(none).isPositive().isLessThanOrEqualTo(later);
            assertThat(later).isLessThanOrEqualTo(all);
        }
    }

    @Test
    void asEnteredLessEngages() {
        MatchingOptions asEntered =
                StudyDay.options(StudyLimit.AS_ENTERED, Scope.REST, StudyHorizon.SESSION_END, Availability.LATER, 0);

        assertThat(volume(replay(days.get(0), asEntered))).isLessThan(volume(replay(days.get(0), StudyDay.options())));
    }
}
