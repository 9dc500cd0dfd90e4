package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.Side;
import org.junit.jupiter.api.Test;

class TickTableTest {
    private static final TickTable TICKS = TickTable.ASX_EQUITIES;

    @Test
    void theTickAtABoundaryDependsOnTheDirection() {
        assertThat(TICKS.tick(Side.BUY, 99)).isEqualTo(1);
        assertThat(TICKS.tick(Side.BUY, 100)).isEqualTo(5);
        assertThat(TICKS.tick(Side.SELL, 100)).isEqualTo(1);
        assertThat(TICKS.tick(Side.BUY, 2000)).isEqualTo(10);
        assertThat(TICKS.tick(Side.SELL, 2000)).isEqualTo(5);
        assertThat(TICKS.tick(Side.SELL, 2010)).isEqualTo(10);
    }

    @Test
    void roundsToTheTickOfThePriceItself() {
        assertThat(TICKS.floor(104)).isEqualTo(100);
        assertThat(TICKS.ceiling(101)).isEqualTo(105);
        assertThat(TICKS.floor(1999)).isEqualTo(1995);
        assertThat(TICKS.ceiling(1999)).isEqualTo(2000);
        assertThat(TICKS.ceiling(2001)).isEqualTo(2010);
        assertThat(TICKS.floor(2010)).isEqualTo(2010);
        assertThat(TICKS.ceiling(2010)).isEqualTo(2010);
    }

    @Test
    void halfATickMovesTheLimitTowardsTheOtherSide() {
        assertThat(TICKS.limit2(Side.BUY, 3400, MidTick.MID_TICK)).isEqualTo(6810);
        assertThat(TICKS.limit2(Side.SELL, 3400, MidTick.DARK_LIMIT_MID_TICK)).isEqualTo(6790);
        assertThat(TICKS.limit2(Side.SELL, 3400, MidTick.DARK_LIMIT)).isEqualTo(6800);
        assertThat(TickTable.uniform(1).limit2(Side.BUY, 7, MidTick.ANY_PRICE_BLOCK_MID_TICK))
                .isEqualTo(15);
    }

    @Test
    void refusesBandsThatDoNotFit() {
        assertThatThrownBy(() -> new TickTable(new long[] {100}, new long[] {1}))
                .hasMessage("1 bounds need 2 ticks, were 1");
        assertThatThrownBy(() -> new TickTable(new long[] {100}, new long[] {3, 5}))
                .hasMessage("bound 100 is not a whole number of ticks of 3 above the one before");
        assertThatThrownBy(() -> TickTable.uniform(0)).hasMessage("tick must be positive, was 0");
    }
}
