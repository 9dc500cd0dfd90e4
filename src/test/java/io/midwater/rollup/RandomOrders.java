package io.midwater.rollup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Orders of a few securities, dates and participants, with every kind of missing value. */
final class RandomOrders {
    static final List<String> TIMES = List.of("PRE_OPEN", "MORNING", "CLOSE_OR_LATER");
    private static final List<String> VENUES = List.of("NONE", "DARK", "LIT", "BOTH");
    static final List<String> SIZES = List.of("TINY", "LARGE");
    static final List<String> HORIZONS = List.of("1s");
    static final List<String> SCENARIOS = List.of("unlimited", "midpoint");

    private static final List<String> FILL_CLASSES = List.of("FULL", "PARTIAL", "NONE");
    private static final List<String> KINDS = List.of("SWEEP", "LIT");
    private static final List<String> OUTCOMES = List.of("A_IMMEDIATE_FULL", "B_EVENTUAL_FULL", "C_PARTIAL_NONE");

    private final Random random;

    RandomOrders(long seed) {
        this.random = new Random(seed);
    }

    /** The files of the tables, and of what they add up to. */
    record Files(List<String> metrics, List<String> simulation, List<String> orderSums, List<String> scenarioSums) {
        Files(List<String> metrics, List<String> simulation) {
            this(metrics, simulation, List.of(), List.of());
        }
    }

    /** Writes some orders, in several files of each table. */
    Files write(Path directory, int files, int ordersPerFile) throws IOException {
        List<String> metrics = new ArrayList<>();
        List<String> simulation = new ArrayList<>();
        List<String> orderSums = new ArrayList<>();
        List<String> scenarioSums = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            TableRows measured = TableRows.metrics();
            TableRows simulated = TableRows.simulation();
            for (int i = 0; i < ordersPerFile; i++) {
                order(measured, simulated);
            }
            metrics.addAll(measured.write(directory.resolve("metrics-" + file)));
            simulation.addAll(simulated.write(directory.resolve("simulation-" + file)));
            orderSums.addAll(measured.writeSums(directory.resolve("order-sums-" + file)));
            scenarioSums.addAll(simulated.writeSums(directory.resolve("scenario-sums-" + file)));
        }
        return new Files(metrics, simulation, orderSums, scenarioSums);
    }

    private void order(TableRows measured, TableRows simulated) {
        Object[] keys = {
            "security_code", 1L + random.nextInt(4), //
            "date", LocalDate.of(2024, 9, 2 + random.nextInt(3)), //
            "participant_id", random.nextInt(5) == 0 ? null : (Object) (long) random.nextInt(3), //
            "time_of_day", any(TIMES), //
            "arrival_hour", random.nextInt(7) == 0 ? null : (Object) (10 + random.nextInt(6)), //
            "size_bucket", any(SIZES), //
            "order_kind", any(KINDS), //
            "fill_class", any(FILL_CLASSES), //
            "survivor", random.nextBoolean(), //
            "side", random.nextBoolean() ? "BUY" : "SELL"
        };
        boolean filled = random.nextInt(3) > 0;
        boolean quoted = random.nextInt(4) > 0;
        boolean measuredCost = filled && quoted;
        Object[] facts = {
            "outcome",
            any(OUTCOMES), //
            "in_study",
            random.nextBoolean(),
            // Some near the largest long: only sums of more than 64 bits hold them.
            "demand_quantity",
            random.nextInt(10) == 0 ? Long.MAX_VALUE - random.nextInt(9) : quantity(),
            "initial_quantity",
            quantity(),
            "matched_quantity",
            filled ? quantity() : 0L,
            "leaves_quantity",
            quantity(),
            "fill_ratio",
            random.nextInt(10) == 0 ? null : (Object) random.nextDouble(),
            "fills",
            filled ? 1 + random.nextInt(9) : 0,
            "traded_quantity",
            filled ? quantity() : 0L,
            "traded_value",
            filled ? 3_390 * quantity() : 0L,
            "quoted_spread_bps",
            quoted ? 100 * random.nextDouble() : null,
            "continuous_quantity",
            filled ? quantity() : 0L,
            "continuous_value",
            filled ? 3_390 * quantity() : 0L,
            "arrival_cost_half_value",
            measuredCost ? quantity() - 500_000 : null,
            "arrival_base_half_value",
            measuredCost ? 6_780 * quantity() : null,
            "quoted_spread_half_value",
            measuredCost ? 20 * quantity() : null,
            "price_improvement_value",
            measuredCost ? quantity() - 500_000 : null,
            "improvement_value",
            measuredCost ? quantity() : null,
            "improved_quantity",
            measuredCost ? quantity() : null,
            "at_quote_quantity",
            measuredCost ? quantity() : null,
            "outside_quote_quantity",
            measuredCost ? quantity() : null,
            "time_to_first_fill_ns",
            filled ? 1_000_000_000_000L * random.nextInt(20_000) : null,
            "time_to_completion_ns",
            filled && random.nextBoolean() ? 1_000_000L * random.nextInt() * -1 : null,
            "weighted_fill_time_ns",
            filled ? 1e12 * random.nextDouble() : null,
            "venue",
            any(VENUES),
            "dark_quantity",
            quantity(),
            "lit_quantity",
            quantity(),
            "auction_quantity",
            quantity(),
            "booked_quantity",
            quantity(),
            "reported_quantity",
            quantity()
        };
        measured.add(joined(joined(keys, facts), execution(measuredCost)));
        for (String scenario : SCENARIOS) {
            if (random.nextInt(3) > 0) {
                simulated.add(joined(keys, simulation(scenario)));
            }
        }
    }

    private Object[] execution(boolean measuredCost) {
        boolean markedOut = measuredCost && random.nextBoolean();
        boolean known = random.nextInt(3) > 0;
        boolean traded = random.nextInt(3) > 0;
        return new Object[] {
            "arrival_bid_px", measuredCost ? 3_380L : null, //
            "arrival_offer_px", measuredCost ? 3_400L : null, //
            "arrival_cost_bps", measuredCost ? random.nextGaussian() : null, //
            "fill_cost_bps", traded ? random.nextGaussian() : null, //
            "quoted_fill_quantity", quantity(), //
            "price_volatility_bps", traded && known ? random.nextDouble() : null, //
            "spread_volatility_bps", known ? random.nextDouble() : null, //
            "auction_cost_half_value", known ? quantity() - 500_000 : null, //
            "implementation_shortfall_bps", known ? random.nextGaussian() : null, //
            "opportunity_cost_half_value", known ? quantity() - 500_000 : null, //
            "shortfall_base_half_value", known ? 6_780 * quantity() : null, //
            "fees_value", 1e3 * random.nextDouble(), //
            "on_market_quantity", quantity(), //
            "on_market_value", 3_390 * quantity(), //
            "market_quantity", traded ? 1 + quantity() : 0L, //
            "market_value", traded ? 3_390 * quantity() : 0L, //
            "vwap_slippage_bps", traded ? random.nextGaussian() : null, //
            "market_drift_bps", measuredCost && known ? random.nextGaussian() : null, //
            "markout_1s_quantity", measuredCost ? (Object) (markedOut ? 1 + quantity() : 0L) : null, //
            "realized_spread_1s_half_value", markedOut ? quantity() - 500_000 : null, //
            "price_impact_1s_half_value", markedOut ? quantity() - 500_000 : null, //
            "realized_spread_1s_bps", markedOut ? random.nextGaussian() : null
        };
    }

    private Object[] simulation(String scenario) {
        boolean engaged = random.nextBoolean();
        boolean known = random.nextInt(5) > 0;
        return new Object[] {
            "scenario",
            scenario,
            "engaged",
            engaged,
            "scope_quantity",
            quantity(),
            "simulated_quantity",
            random.nextInt(9) == 0 ? null : (Object) quantity(),
            "study_quantity",
            random.nextInt(3) == 0 ? null : (Object) quantity(),
            "simulated_value",
            engaged ? 1e6 * random.nextDouble() : null,
            "real_value",
            engaged && known ? 1e6 * random.nextDouble() : null,
            "savings_value",
            known ? 1e3 * random.nextGaussian() : null,
            "savings_base_value",
            random.nextInt(9) == 0 ? null : (Object) (1e6 * random.nextDouble()),
            "savings_bps",
            known ? random.nextGaussian() : null
        };
    }

    private long quantity() {
        return random.nextInt(1_000_000);
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static Object[] joined(Object[] a, Object[] b) {
        List<Object> all = new ArrayList<>(List.of());
        all.addAll(java.util.Arrays.asList(a));
        all.addAll(java.util.Arrays.asList(b));
        return all.toArray();
    }
}
