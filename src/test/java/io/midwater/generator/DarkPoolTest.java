package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Matching in the dark, with levels in ticks of 10: bid 100 and offer 101 make a midpoint of 2010 half price units. */
class DarkPoolTest {
    private static final int TICK = 10;
    private static final int OTHER_BROKER = 12;
    private static final int PREFERRING_BROKER = 67;

    private final DarkPool pool = new DarkPool(new Instrument(0, 70_000, 1, TICK, 100, 6, 1));
    private final List<String> matches = new ArrayList<>();
    private int ids;

    private LiveOrder order(int sign, int level, int midTick, long quantity) {
        LiveOrder order = new LiveOrder();
        order.id = ++ids;
        order.priority = ids;
        order.darkHandle = -1;
        order.sign = sign;
        order.level = level;
        order.midTick = midTick;
        order.quantity = quantity;
        order.leaves = quantity;
        order.orderType = 1;
        order.singleFill = 2;
        order.participant = OTHER_BROKER;
        order.typeBits = LiveOrder.BLOCK;
        return order;
    }

    private LiveOrder resting(int sign, int level, int midTick, long quantity) {
        LiveOrder order = order(sign, level, midTick, quantity);
        pool.rest(order);
        return order;
    }

    private void record(LiveOrder incoming, LiveOrder contra, long shares, long price2, int source, boolean resting) {
        incoming.reduce(shares);
        contra.reduce(shares);
        String where = price2 == 2 * 100 * TICK + TICK ? "" : " at " + price2;
        matches.add(incoming.id + "x" + contra.id + " " + shares + " " + source + where + (resting ? " resting" : ""));
    }

    @BeforeEach
    void quote() {
        pool.quote(100 * TICK, 101 * TICK, this::record);
    }

    private void enter(LiveOrder order) {
        pool.enter(order, this::record);
    }

    @Test
    void olderOrdersComeFirstWhateverTheirLimit() {
        resting(-1, 101, 1, 100);
        resting(-1, 99, 2, 100);
        enter(order(1, 101, 2, 150));
        assertThat(matches).containsExactly("3x1 100 47", "3x2 50 47");
    }

    @Test
    void aLimitShortOfTheMidpointDoesNotTrade() {
        // Sell limit 101 without mid-tick is 202 half ticks, above 201; a buy limit of 100 is 200, below it.
        resting(-1, 101, 2, 100);
        resting(-1, 100, 2, 100);
        enter(order(1, 100, 2, 100));
        assertThat(matches).isEmpty();
        enter(order(1, 100, 1, 100));
        assertThat(matches).containsExactly("4x2 100 47");
    }

    @Test
    void aMinimumMayBeMetByTheSumUnlessSingleFillIsAsked() {
        resting(-1, 100, 2, 60);
        resting(-1, 100, 2, 60);
        LiveOrder single = order(1, 101, 2, 100);
        single.minimumLeft = 80;
        single.singleFill = 1;
        enter(single);
        assertThat(matches).isEmpty();
        LiveOrder plain = order(1, 101, 2, 100);
        plain.minimumLeft = 80;
        enter(plain);
        assertThat(matches).containsExactly("4x1 60 47", "4x2 40 47");
    }

    @Test
    void aRestingMinimumSkipsSmallContras() {
        LiveOrder large = order(-1, 100, 2, 500);
        large.minimumLeft = 200;
        pool.rest(large);
        resting(-1, 100, 2, 50);
        enter(order(1, 101, 2, 100));
        assertThat(matches).containsExactly("3x2 50 47");
    }

    @Test
    void aMinimumAboveTheRemainderIsForgotten() {
        resting(-1, 100, 2, 30);
        LiveOrder order = order(1, 101, 2, 50);
        order.minimumLeft = 80;
        enter(order);
        assertThat(matches).containsExactly("2x1 30 47");
    }

    @Test
    void ownOrdersFirstForBrokersThatAskedForIt() {
        resting(-1, 100, 2, 100);
        LiveOrder own = order(-1, 100, 2, 100);
        own.participant = PREFERRING_BROKER;
        pool.rest(own);
        LiveOrder order = order(1, 101, 2, 150);
        order.participant = PREFERRING_BROKER;
        enter(order);
        assertThat(matches).containsExactly("3x2 100 46", "3x1 50 47");
    }

    @Test
    void equalKeysOfOneBrokerAreBooked() {
        LiveOrder keyed = order(-1, 100, 2, 100);
        keyed.crossingKey = 7;
        pool.rest(keyed);
        LiveOrder order = order(1, 101, 2, 100);
        order.crossingKey = 7;
        enter(order);
        assertThat(matches).containsExactly("2x1 100 48");
    }

    @Test
    void aNewQuoteMatchesRestingOrdersOldestFirst() {
        resting(1, 100, 2, 80);
        resting(-1, 99, 2, 50);
        resting(-1, 100, 2, 50);
        // At bid 99 and offer 100 the midpoint is 1990: only the sell with 1980 and not the one with 2000 may trade.
        pool.quote(99 * TICK, 100 * TICK, this::record);
        assertThat(matches).containsExactly("1x2 50 47 at 1990 resting");
        List<LiveOrder> left = new ArrayList<>();
        pool.collect(left);
        assertThat(left).extracting(order -> order.id + ":" + order.leaves).containsExactlyInAnyOrder("1:30", "3:50");
    }
}
