package io.midwater.app.unit;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.ClassifiedTable;
import io.midwater.classification.Classifier;
import io.midwater.control.UnitSums;
import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillClass;
import io.midwater.domain.FillSums;
import io.midwater.domain.Finding;
import io.midwater.domain.Findings;
import io.midwater.domain.InputKind;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.StopFlag;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.metrics.MetricsOptions;
import io.midwater.metrics.MetricsTable;
import io.midwater.metrics.OrderMetrics;
import io.midwater.metrics.Rule605Orders;
import io.midwater.simulation.ClosedForm;
import io.midwater.simulation.MidpointRows;
import io.midwater.simulation.RealReplay;
import io.midwater.simulation.Replay;
import io.midwater.simulation.ReplayOrders;
import io.midwater.simulation.ReplayQualityTable;
import io.midwater.simulation.Scenario;
import io.midwater.simulation.SimulatedMarkouts;
import io.midwater.simulation.SimulatedTradesTable;
import io.midwater.simulation.SimulationOptions;
import io.midwater.simulation.SimulationTable;
import io.midwater.simulation.StudyResults;
import io.midwater.sink.TableOutput;
import io.midwater.slice.PublishedRows;
import io.midwater.slice.QuotesTable;
import io.midwater.totals.Rule605Sums;
import io.midwater.totals.Rule605Table;
import io.midwater.totals.SumsTable;
import java.util.BitSet;

/**
 * What is done with one security-day: orders, trades and quotes as they are; then each order's life, names, metrics and
 * simulated scenarios. Knows no Spark and no files.
 *
 * @param rule605 true where the aggregate of that name is asked for, which has sums of its own
 */
public record UnitAnalysis(
        OrderSelection selection,
        ClassificationOptions classification,
        MetricsOptions metrics,
        SimulationOptions simulation,
        boolean rule605)
        implements SliceAnalysis {

    @Override
    public UnitSums analyse(Slice slice, Findings findings, TableOutput output) {
        output.declare(PublishedRows.schemaOf(InputKind.ORDERS));
        output.accept(PublishedRows.orders(slice.unit(), slice.orders().rows()));
        output.declare(PublishedRows.schemaOf(InputKind.TRADES));
        output.accept(PublishedRows.trades(slice.unit(), slice.trades(), slice.index()));
        QuotesTable quotes = new QuotesTable(output);
        output.declare(quotes.schema());
        quotes.add(slice.unit(), slice.quotes());
        quotes.flush();
        return orders(slice, findings, output);
    }

    private UnitSums orders(Slice slice, Findings findings, TableOutput output) {
        ClassifiedTable classified = new ClassifiedTable(output);
        SumsTable orderSums = SumsTable.ofOrders(output, metrics.labels());
        SumsTable scenarioSums = SumsTable.ofScenarios(output, metrics.labels());
        MetricsTable measured = new MetricsTable(orderSums.adding(output), metrics);
        SimulationTable simulated = new SimulationTable(scenarioSums.adding(output), metrics.horizons());
        output.declare(classified.schema());
        output.declare(measured.schema());
        output.declare(simulated.schema());
        output.declare(orderSums.schema());
        output.declare(scenarioSums.schema());
        Classifier classifier = new Classifier(slice, classification);
        Rule605Table rule605Sums = rule605 ? rule605Table(output, metrics) : null;
        Rule605Orders rule605Orders =
                rule605 ? new Rule605Orders(rule605Sums::add, slice, metrics.rule605(), metrics.horizons()) : null;
        OrderMetrics orderMetrics = new OrderMetrics(slice, measured, rule605Orders);
        ReplayOrders replayed = new ReplayOrders(slice, simulation.matching());
        BitSet studied = new BitSet();
        FillSums fills = new FillSums();
        long orders = 0;
        long full = 0;
        long partial = 0;
        long demand = 0;
        long matched = 0;
        long traded = 0;
        for (int order = 0; order < slice.index().orders(); order++) {
            if (order % StopFlag.STEPS == 0) {
                slice.stop().check();
            }
            OrderLife life = classifier.life(order);
            fills.sum(slice, life);
            ArrivalQuote quote = ArrivalQuote.of(slice, life);
            count(life, fills, quote, findings);
            OrderClasses classes = classifier.classes(life);
            replayed.add(life, classes, fills);
            if (!selection.selects(life, slice.calendar())) {
                continue;
            }
            classified.add(slice.unit(), life, classes);
            orderMetrics.add(life, classes, quote, fills);
            studied.set(order, classes.inStudy());
            orders++;
            full += life.fillClass() == FillClass.FULL ? 1 : 0;
            partial += life.fillClass() == FillClass.PARTIAL ? 1 : 0;
            demand = Math.addExact(demand, life.demandQuantity());
            matched = Math.addExact(matched, life.matchedQuantity());
            traded = Math.addExact(traded, fills.quantity());
        }
        classified.flush();
        measured.flush();
        simulate(slice, classifier, studied, replay(slice, replayed, output, simulated), simulated);
        orderSums.finish(slice.unit());
        scenarioSums.finish(slice.unit());
        if (rule605) {
            output.declare(rule605Sums.schema());
            rule605Orders.flush();
            rule605Sums.finish(slice.unit());
        }
        return new UnitSums(
                slice.orders().count(),
                slice.trades().count(),
                slice.quotes().size(),
                orders,
                full,
                partial,
                orders - full - partial,
                demand,
                matched,
                traded);
    }

    /** Table {@code rule605_sums}. */
    public static Rule605Table rule605Table(RowGroupSink sink, MetricsOptions metrics) {
        return new Rule605Table(sink, Rule605Sums.all(metrics.rule605().timeClasses(), metrics.labels()));
    }

    /** The scenarios of the selected study orders: few, so their lives are told again rather than kept. */
    private void simulate(
            Slice slice, Classifier classifier, BitSet studied, MidpointRows midpoint, SimulationTable simulated) {
        ClosedForm closedForm = new ClosedForm(slice, simulation, simulated);
        FillSums fills = new FillSums();
        for (int order = studied.nextSetBit(0); order >= 0; order = studied.nextSetBit(order + 1)) {
            OrderLife life = classifier.life(order);
            fills.sum(slice, life);
            ArrivalQuote quote = ArrivalQuote.of(slice, life);
            OrderClasses classes = classifier.classes(life);
            closedForm.add(life, classes, quote, fills);
            if (midpoint != null) {
                midpoint.add(life, classes, quote);
            }
        }
        simulated.flush();
    }

    /** Replays the day and fills the tables of the replay; null where scenario midpoint is not asked for. */
    private MidpointRows replay(Slice slice, ReplayOrders orders, TableOutput output, SimulationTable simulated) {
        if (simulation.validate()) {
            ReplayQualityTable quality = new ReplayQualityTable(output);
            output.declare(quality.schema());
            quality.add(slice.unit(), new RealReplay(slice, orders, simulation.matching()).run());
            quality.flush();
        }
        if (!simulation.scenarios().contains(Scenario.MIDPOINT)) {
            return null;
        }
        SimulatedTradesTable trades = new SimulatedTradesTable(output);
        output.declare(trades.schema());
        SimulatedMarkouts markouts = new SimulatedMarkouts(slice, orders, metrics.horizons());
        StudyResults results = new Replay(
                        slice,
                        orders,
                        simulation.matching(),
                        trades.matches(slice, orders).andThen(markouts))
                .run();
        trades.flush();
        return new MidpointRows(slice, results, markouts, simulated);
    }

    private static void count(OrderLife life, FillSums fills, ArrivalQuote quote, Findings findings) {
        findings.add(Finding.ORDERS_DISAGREEING_WITH_TAPE, life.matchedQuantity() == fills.quantity() ? 0 : 1);
        findings.add(Finding.CARRIED_ORDERS, life.carried() ? 1 : 0);
        findings.add(Finding.ORPHAN_STARTS, life.orphanStart() ? 1 : 0);
        findings.add(Finding.ARRIVALS_WITHOUT_QUOTE, quote == null ? 1 : 0);
        findings.add(Finding.FILLS_BEFORE_ARRIVAL, fills.beforeArrival() ? 1 : 0);
    }
}
