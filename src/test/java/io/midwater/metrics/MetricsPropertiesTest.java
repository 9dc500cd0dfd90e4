package io.midwater.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.midwater.domain.Side;
import io.midwater.metrics.MarketScript.Terms;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for the metrics of any market. */
class MetricsPropertiesTest {
    private static final long S = Measured.S;
    private static final List<String> DURATIONS = List.of(
            "time_to_first_fill_ns",
            "time_to_completion_ns",
            "execution_duration_ns",
            "total_duration_ns",
            "time_between_fills_ns",
            "weighted_fill_time_ns",
            "arrival_quote_age_ns");

    /** A small market: a walking quote, sometimes locked or crossed, orders of both sides that fill in pairs. */
    private static MarketScript market(long seed, Terms terms) {
        Random random = new Random(seed);
        MarketScript script = new MarketScript(terms).close(600 * S);
        int orders = 2 + random.nextInt(6);
        long mid = 3_400;
        long now = 0;
        for (int i = 0; i < 12; i++) {
            now += 1 + random.nextLong(20 * S);
            mid += 5 * (random.nextInt(5) - 2);
            int spread = random.nextInt(10) == 0 ? -10 : 10 * random.nextInt(4);
            script.quote(now, mid, mid + spread);
        }
        long[] left = new long[orders];
        for (int i = 0; i < orders; i++) {
            left[i] = 1 + random.nextInt(1_000);
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            script.enter(i + 1, S * (i + 1), side, side == Side.BUY ? 3_900 : 2_900, left[i]);
        }
        now = 10 * S;
        int[] sources = {MarketScript.LIT, MarketScript.DARK, MarketScript.BOOKED, MarketScript.AUCTION};
        for (int match = 1; match <= 10; match++) {
            int buy = 2 * random.nextInt((orders + 1) / 2);
            int sell = 1 + 2 * random.nextInt(orders / 2);
            long quantity = Math.min(left[buy], left[sell]);
            if (quantity > 0) {
                quantity = 1 + random.nextLong(quantity);
                now += 1 + random.nextLong(30 * S);
                long price = 3_380 + 5 * random.nextInt(9);
                int source = sources[random.nextInt(sources.length)];
                script.fill(buy + 1L, now, price, quantity, source, match);
                script.fill(sell + 1L, now, price, quantity, source, match);
                left[buy] -= quantity;
                left[sell] -= quantity;
            }
        }
        for (int i = 0; i < orders; i++) {
            if (left[i] > 0 && random.nextBoolean()) {
                script.cancel(i + 1L, now + 1 + random.nextLong(100 * S));
            }
        }
        return script;
    }

    private static List<Map<String, Object>> rows(long seed, Terms terms) {
        return Measured.rows(market(seed, terms).slice(), Measured.OPTIONS);
    }

    @Property(tries = 200)
    void effectiveSpreadIsRealizedSpreadPlusImpact(@ForAll long seed) {
        for (Map<String, Object> row : rows(seed, Terms.PLAIN)) {
            for (var horizon : Measured.OPTIONS.horizons()) {
                Object quantity = row.get("markout_" + horizon.label() + "_quantity");
                if (quantity == null || !quantity.equals(row.get("continuous_quantity"))) {
                    continue;
                }
                long realized = (Long) row.get("realized_spread_" + horizon.label() + "_half_value");
                long impact = (Long) row.get("price_impact_" + horizon.label() + "_half_value");
                assertThat(realized + impact).isEqualTo(row.get("arrival_cost_half_value"));
                assertThat((Double) row.get("realized_spread_" + horizon.label() + "_bps")
                                + (Double) row.get("price_impact_" + horizon.label() + "_bps"))
                        .isCloseTo((Double) row.get("effective_spread_bps"), within(1e-9));
            }
        }
    }

    @Property(tries = 200)
    void theMirroredMarketCostsTheSame(@ForAll long seed) {
        List<Map<String, Object>> plain = rows(seed, Terms.PLAIN);
        List<Map<String, Object>> mirrored = rows(seed, new Terms(0, 1, 10_000));
        for (int i = 0; i < plain.size(); i++) {
            assertThat(mirrored.get(i).get("side")).isNotEqualTo(plain.get(i).get("side"));
            for (String column : plain.get(i).keySet()) {
                boolean cost = column.endsWith("_half_value") && !column.endsWith("base_half_value")
                        || column.startsWith("price_improvement_")
                        || column.startsWith("improve")
                        || column.endsWith("_quantity")
                        || column.equals("eq_ratio");
                if (cost) {
                    assertThat(mirrored.get(i).get(column))
                            .as(column)
                            .isEqualTo(plain.get(i).get(column));
                }
            }
        }
    }

    @Property(tries = 200)
    void shiftingTheClockChangesNoDurationAndNoCost(@ForAll long seed) {
        List<Map<String, Object>> plain = rows(seed, Terms.PLAIN);
        List<Map<String, Object>> later = rows(seed, new Terms(1_800 * S, 1, 0));
        assertThat(plain.get(0).keySet()).containsAll(DURATIONS);
        assertThat(later).isEqualTo(plain);
    }

    @Property(tries = 200)
    void scalingPricesChangesNoBasisPoints(@ForAll long seed) {
        List<Map<String, Object>> plain = rows(seed, Terms.PLAIN);
        List<Map<String, Object>> scaled = rows(seed, new Terms(0, 7, 0));
        for (int i = 0; i < plain.size(); i++) {
            for (String column : plain.get(i).keySet()) {
                if (!column.endsWith("_bps")) {
                    continue;
                }
                Object value = plain.get(i).get(column);
                Object other = scaled.get(i).get(column);
                if (value == null) {
                    assertThat(other).as(column).isNull();
                } else {
                    assertThat((Double) other).as(column).isCloseTo((Double) value, within(1e-8));
                }
            }
        }
    }

    @Property(tries = 100)
    void aTradeAtTheMidpointIsFreeAndOneAtTheTouchCostsTheSpread(
            @ForAll long seed, @ForAll Side side, @ForAll boolean atTouch) {
        Random random = new Random(seed);
        long bid = 1_000 + random.nextInt(100_000);
        long offer = bid + 2L * (1 + random.nextInt(100));
        long price = !atTouch ? (bid + offer) / 2 : side == Side.BUY ? offer : bid;
        Map<String, Object> row = Measured.order(
                new MarketScript()
                        .quote(1, bid, offer)
                        .enter(7, S, side, price, 100)
                        .fill(7, 2 * S, price, 100, MarketScript.LIT, 1),
                7);
        if (atTouch) {
            assertThat((Double) row.get("effective_spread_bps"))
                    .isCloseTo((Double) row.get("quoted_spread_bps"), within(1e-9));
            assertThat(row).containsEntry("eq_ratio", 1.0).containsEntry("price_improvement_value", 0L);
        } else {
            assertThat(row).containsEntry("effective_spread_bps", 0.0).containsEntry("arrival_cost_bps", 0.0);
        }
    }

    @Property(tries = 200)
    void theShortfallOfAnOrderFilledInContinuousTradingIsItsArrivalCost(@ForAll long seed) {
        for (Map<String, Object> row : rows(seed, Terms.PLAIN)) {
            if (row.get("demand_quantity").equals(row.get("continuous_quantity"))) {
                assertThat(row.get("implementation_shortfall_bps")).isEqualTo(row.get("arrival_cost_bps"));
            }
        }
    }
}
