package io.midwater.metrics;

import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.SHARES;

import io.midwater.domain.Horizon;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;
import java.util.List;

/**
 * Where the midpoint went after each fill. The effective spread of the fills that have a markout is their realized spread
 * plus their price impact, exactly so in the half-value sums.
 */
final class MarkoutMetrics implements MetricFamily {
    private final List<Columns> horizons;

    MarkoutMetrics(MetricsTable table, List<Horizon> horizons) {
        this.horizons =
                horizons.stream().map(horizon -> new Columns(table, horizon)).toList();
    }

    @Override
    public void add(MeasuredOrder order) {
        for (Columns horizon : horizons) {
            horizon.add(order);
        }
    }

    private static final class Columns {
        private final Horizon horizon;
        private final LongColumn quantity;
        private final LongColumn realizedHalfValue;
        private final LongColumn impactHalfValue;
        private final DoubleColumn realizedBps;
        private final DoubleColumn impactBps;

        Columns(MetricsTable table, Horizon horizon) {
            String label = horizon.label();
            this.horizon = horizon;
            quantity = table.whole(
                    "markout_" + label + "_quantity",
                    SHARES,
                    "continuous shares whose fill has a usable quote in force " + label
                            + " later, before the end of continuous trading; null without arrival quote or such legs");
            realizedHalfValue = table.whole(
                    "realized_spread_" + label + "_half_value",
                    HALF_VALUE,
                    "Σ S × (2 price − (bid + offer) " + label + " after the fill) × quantity over those shares");
            impactHalfValue = table.whole(
                    "price_impact_" + label + "_half_value",
                    HALF_VALUE,
                    "Σ S × ((bid + offer) " + label
                            + " after the fill − (bid + offer) at arrival) × quantity over those" + " shares");
            realizedBps = table.real(
                    "realized_spread_" + label + "_bps",
                    MID_BPS,
                    "2 S (price − mid " + label + " after the fill), share-weighted (17 CFR 242.600(b)): 2 × "
                            + "realized_spread_" + label + "_half_value / ((bid + offer) at arrival × markout_" + label
                            + "_quantity); cost positive");
            impactBps = table.real(
                    "price_impact_" + label + "_bps",
                    MID_BPS,
                    "2 S (mid " + label + " after the fill − arrival mid), share-weighted: the effective spread of the"
                            + " same shares less their realized spread");
        }

        void add(MeasuredOrder order) {
            if (!order.measured()) {
                quantity.appendNull();
                none();
                return;
            }
            QuoteHistory quotes = order.slice().quotes();
            long arrivalMid2 = order.quote().mid2();
            long shares = 0;
            long realized = 0;
            long impact = 0;
            for (int fill = 0; fill < order.fills(); fill++) {
                int index = order.slice().quoteAfter(order.time(fill), horizon);
                if (quotes.usable(index)) {
                    long mid2 = quotes.mid2(index);
                    long fillQuantity = order.quantity(fill);
                    shares += fillQuantity;
                    realized = Math.addExact(realized, Math.multiplyExact(2 * order.price(fill) - mid2, fillQuantity));
                    impact = Math.addExact(impact, Math.multiplyExact(mid2 - arrivalMid2, fillQuantity));
                }
            }
            quantity.append(shares);
            if (shares == 0) {
                none();
                return;
            }
            long base = Math.multiplyExact(arrivalMid2, shares);
            realizedHalfValue.append(order.sign() * realized);
            impactHalfValue.append(order.sign() * impact);
            realizedBps.append(2 * Quotient.bps(order.sign() * realized, base));
            impactBps.append(2 * Quotient.bps(order.sign() * impact, base));
        }

        private void none() {
            realizedHalfValue.appendNull();
            impactHalfValue.appendNull();
            realizedBps.appendNull();
            impactBps.appendNull();
        }
    }
}
