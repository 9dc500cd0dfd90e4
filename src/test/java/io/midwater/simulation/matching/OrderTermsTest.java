package io.midwater.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTermsTest {
    @Test
    void startSetsEverythingBack() {
        OrderTerms used = new OrderTerms()
                .start(Side.SELL, 5)
                .limit(3400, MidTick.ANY_PRICE_BLOCK, TickTable.ASX_EQUITIES)
                .study(6800)
                .sweep()
                .minimum(3, true)
                .participant(67, 5)
                .preference(Preference.ONLY)
                .passive()
                .leaves();

        assertThat(used.start(Side.BUY, 9)).usingRecursiveComparison().isEqualTo(new OrderTerms().start(Side.BUY, 9));
    }

    @Test
    void refusesWhatNoOrderCanBe() {
        OrderTerms terms = new OrderTerms();
        assertThatThrownBy(() -> terms.start(Side.BUY, -1)).hasMessage("quantity must not be negative, was -1");
        assertThatThrownBy(() -> terms.start(Side.BUY, 1).limit(0, MidTick.NO, TickTable.ASX_EQUITIES))
                .hasMessage("limit must be positive, was 0");
        assertThatThrownBy(() -> terms.minimum(-5, false)).hasMessage("minimum quantity must not be negative, was -5");
        assertThatThrownBy(() -> new MatchingRules(Pairing.EVERY_PAIR, TickTable.ASX_EQUITIES, -1))
                .hasMessage("block tier must not be negative, was -1");
    }

    @ParameterizedTest
    @EnumSource
    void anOrderEntersOnce(EngineKind kind) {
        TestMarket market = new TestMarket(kind, Pairing.EVERY_PAIR);
        market.enter(7, TestMarket.buy(1, 3400));
        assertThatThrownBy(() -> market.enter(7, TestMarket.buy(1, 3400))).hasMessage("order 7 rests already");
        assertThatThrownBy(() -> market.engine.place(7, TestMarket.buy(1, 3400)))
                .hasMessage("order 7 rests already");
    }
}
