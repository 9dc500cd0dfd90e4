package io.midwater.simulation;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The scenarios that assume an answer instead of finding it. Compared are the order's own continuous fills: quantity Q at
 * average price V. A part of Q trades at the benchmark midpoint b where the order's limit allows it, and keeps the real
 * price where it does not:
 *
 * <ul>
 *   <li>{@code unlimited}: all of Q at b;
 *   <li>{@code limited_50}: floor(f·Q) at b;
 *   <li>{@code price_impact}: floor(f·Q) at b, the rest at b·(1 + S·impact).
 * </ul>
 */
public final class ClosedForm {
    private static final double BPS = 1e4;

    private final Slice slice;
    private final SimulationOptions options;
    private final SimulationTable table;

    public ClosedForm(Slice slice, SimulationOptions options, SimulationTable table) {
        this.slice = slice;
        this.options = options;
        this.table = table;
    }

    /** Adds a row per closed-form scenario for a study order that filled; nothing for the others. */
    public void add(OrderLife life, OrderClasses classes, ArrivalQuote quote, FillSums sums) {
        if (!classes.inStudy() || sums.continuousQuantity() == 0) {
            return;
        }
        double benchmark = benchmark(life, quote);
        for (Scenario scenario : Scenario.values()) {
            if (scenario != Scenario.MIDPOINT && options.scenarios().contains(scenario)) {
                table.keys(slice.unit(), scenario, life, classes);
                price(scenario, life, quote, sums, benchmark);
                table.endRow();
            }
        }
    }

    private double benchmark(OrderLife life, ArrivalQuote quote) {
        return switch (options.benchmark()) {
            case ARRIVAL -> quote == null ? Double.NaN : quote.mid2() / 2.0;
            case TIME_WEIGHTED ->
                TimeWeightedMid.of(
                        slice.quotes(),
                        slice.session(),
                        Math.max(life.arrivalNs(), slice.session().openNs()),
                        Math.min(
                                life.completionNs() == NULL ? life.endNs() : life.completionNs(),
                                slice.session().closeNs()));
        };
    }

    private void price(Scenario scenario, OrderLife life, ArrivalQuote quote, FillSums sums, double benchmark) {
        long scope = sums.continuousQuantity();
        double real = (double) sums.continuousValue() / scope;
        long atBenchmark = scenario == Scenario.UNLIMITED ? scope : limited(scope);
        double impacted = benchmark * (1 + life.side().sign() * options.priceImpactBps() / BPS);
        long atImpact = scenario == Scenario.PRICE_IMPACT ? scope - atBenchmark : 0;
        long dark = allowed(life, benchmark) ? atBenchmark : 0;
        long moved = allowed(life, impacted) ? atImpact : 0;
        long simulated = Double.isNaN(benchmark) ? NULL : dark + moved;
        table.compared(life, quote, scope, simulated, dark * benchmark + moved * impacted, real);
        table.benchmarkPx.append(benchmark);
        table.firstFillNs.appendNull();
        table.lastFillNs.appendNull();
        table.matches.appendNull();
        table.timeToFirstFillNs.appendNull();
        table.realTimeToFirstFillNs.appendNull();
        table.markouts.forEach(SimulationTable.Markout::none);
        table.displacedQuantity.appendNull();
        table.studyQuantity.appendNull();
    }

    /** The fraction as it was written: 0.57 of 100 shares are 57, where the product of doubles is below. */
    private long limited(long scope) {
        return BigDecimal.valueOf(options.limitedFraction())
                .multiply(BigDecimal.valueOf(scope))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** A buy trades at or below its limit, a sell at or above; market orders at any price. */
    private static boolean allowed(OrderLife life, double price) {
        return !Double.isNaN(price)
                && (life.limitPx() == NULL
                        || life.side().sign() * price <= (double) life.side().sign() * life.limitPx());
    }
}
