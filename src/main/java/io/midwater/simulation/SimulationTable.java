package io.midwater.simulation;

import static io.midwater.domain.table.Units.EPOCH_NS;
import static io.midwater.domain.table.Units.HALF_VALUE;
import static io.midwater.domain.table.Units.MID_BPS;
import static io.midwater.domain.table.Units.NS;
import static io.midwater.domain.table.Units.PX;
import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.Horizon;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import java.util.List;

/**
 * Table {@code simulation}: one row per study order and scenario. Simulated and real are always compared on the same
 * quantity; savings are signed by side, positive means the dark pool was better.
 */
public final class SimulationTable extends Table {
    private static final double BPS = 1e4;

    final LongColumn orderId = longs("order_id", "", "exchange order id");
    final LongColumn securityCode = longs("security_code", "", "order book id");
    final DateColumn date = dates("date", "business date");
    final TextColumn scenario = texts("scenario", "unlimited, limited_50, price_impact or midpoint");
    final LongColumn participantId =
            longs("participant_id", "", "broker number; null where not reported, or reported as 0");
    final TextColumn side = texts("side", "BUY or SELL");
    final TextColumn orderKind = texts("order_kind", "as in classified");
    final TextColumn fillClass = texts("fill_class", "as in classified");
    final BooleanColumn survivor = booleans("survivor", "as in classified");
    final TextColumn sizeBucket = texts("size_bucket", "as in classified");
    final TextColumn notionalBucket = texts("notional_bucket", "as in classified");
    final TextColumn timeOfDay = texts("time_of_day", "as in classified");
    final IntColumn arrivalHour = ints("arrival_hour", "h", "as in classified");
    final LongColumn scopeQuantity = longs(
            "scope_quantity",
            SHARES,
            "what is compared: continuous fills in the closed-form scenarios; in midpoint the studied remainder, the most"
                    + " that was asked of the simulated book at any time");
    final LongColumn simulatedQuantity = longs(
            "simulated_quantity",
            SHARES,
            "part of scope_quantity that trades in the dark; null in closed form without a benchmark");
    final DoubleColumn simulatedValue =
            doubles("simulated_value", VALUE, "Σ simulated price × quantity; null where nothing is simulated");
    final DoubleColumn simulatedPricePx = doubles("simulated_price_px", PX, "simulated_value / simulated_quantity");
    final DoubleColumn realValue = doubles("real_value", VALUE, "the same quantity at the order's real average price");
    final DoubleColumn realPricePx = doubles("real_price_px", PX, "average price of the real fills compared with");
    final DoubleColumn benchmarkPx = doubles(
            "benchmark_px", PX, "midpoint that the scenario prices at; null in midpoint, where each match has its own");
    final DoubleColumn savingsValue =
            doubles("savings_value", VALUE, "S × (real_value − simulated_value); positive: dark better");
    final DoubleColumn savingsBaseValue =
            doubles("savings_base_value", VALUE, "scope_quantity × arrival mid: the base of savings_bps");
    final DoubleColumn savingsBps = doubles("savings_bps", MID_BPS, "savings_value / savings_base_value");
    final DoubleColumn arrivalSpreadBps =
            doubles("arrival_spread_bps", MID_BPS, "offer − bid on arrival / arrival mid");
    final BooleanColumn engaged = booleans(
            "engaged", "something trades in the dark; null in closed form without a benchmark, as simulated_quantity");
    final LongColumn firstFillNs = longs("first_fill_ns", EPOCH_NS, "first simulated match; null in closed form");
    final LongColumn lastFillNs = longs("last_fill_ns", EPOCH_NS, "last simulated match; null in closed form");
    final IntColumn matches = ints("matches", "", "simulated matches; null in closed form");
    final LongColumn displacedQuantity = longs(
            "displaced_quantity",
            SHARES,
            "part of simulated_quantity that the real orders it came from traded or withdrew afterwards; null in closed form");
    final LongColumn studyQuantity = longs(
            "study_quantity",
            SHARES,
            "part of simulated_quantity matched with other study orders, which no real trade does: 0 unless"
                    + " simulation.matching.sweep-to-sweep; null in closed form");

    final LongColumn timeToFirstFillNs =
            longs("time_to_first_fill_ns", NS, "first_fill_ns − arrival; null in closed form");
    final LongColumn realTimeToFirstFillNs = longs(
            "real_time_to_first_fill_ns",
            NS,
            "first real fill after the entry, bookings left out, − arrival: the same remainder in reality; null without"
                    + " one and in closed form");
    final List<Markout> markouts;

    /** @param horizons name columns */
    public SimulationTable(RowGroupSink sink, List<Horizon> horizons) {
        super("simulation", sink);
        markouts = horizons.stream().map(Markout::new).toList();
    }

    /** What the simulated fills were worth some time later; null in closed form. */
    final class Markout {
        private final LongColumn quantity;
        private final LongColumn realizedHalfValue;
        private final LongColumn baseHalfValue;

        Markout(Horizon horizon) {
            String label = horizon.label();
            quantity = longs(
                    "markout_" + label + "_quantity",
                    SHARES,
                    "simulated shares with a usable real quote in force " + label
                            + " after the match, before the end of continuous trading; null without arrival quote or"
                            + " match, and in closed form");
            realizedHalfValue = longs(
                    "realized_spread_" + label + "_half_value",
                    HALF_VALUE,
                    "Σ S × (2 price − (bid + offer) " + label + " after the match) × quantity over those shares");
            baseHalfValue = longs(
                    "markout_" + label + "_base_half_value", HALF_VALUE, "(bid + offer) at arrival × those shares");
        }

        void append(long shares, long realized, long arrivalMid2) {
            quantity.append(shares);
            realizedHalfValue.append(shares == 0 ? NULL : realized);
            baseHalfValue.append(shares == 0 ? NULL : Math.multiplyExact(arrivalMid2, shares));
        }

        void none() {
            quantity.appendNull();
            realizedHalfValue.appendNull();
            baseHalfValue.appendNull();
        }
    }

    void keys(SecurityDay unit, Scenario name, OrderLife life, OrderClasses classes) {
        orderId.append(life.orderId());
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        scenario.append(name.label());
        participantId.append(life.participantId());
        side.append(life.side());
        orderKind.append(life.kind());
        fillClass.append(life.fillClass());
        survivor.append(classes.survivor());
        sizeBucket.append(classes.sizeBucket());
        notionalBucket.append(classes.notionalBucket());
        timeOfDay.append(classes.timeOfDay());
        arrivalHour.append(classes.arrivalHour());
    }

    /**
     * What simulated and real come to on the same quantity.
     *
     * @param quote on arrival; null without one
     * @param simulated part of the scope that trades in the dark; NULL where that is not known
     * @param value Σ simulated price × quantity over that part
     * @param real average price of the real fills compared with; NaN without any
     */
    void compared(OrderLife life, ArrivalQuote quote, long scope, long simulated, double value, double real) {
        double simulatedWorth = simulated > 0 ? value : Double.NaN;
        double realWorth = simulated > 0 ? simulated * real : Double.NaN;
        // Where nothing trades in the dark nothing is saved, unless the real price is not known.
        double savings = simulated == 0 ? 0 * real : life.side().sign() * (realWorth - simulatedWorth);
        double mid = quote == null ? Double.NaN : quote.mid2() / 2.0;
        double base = scope * mid;
        scopeQuantity.append(scope);
        simulatedQuantity.append(simulated);
        simulatedValue.append(simulatedWorth);
        simulatedPricePx.append(simulatedWorth / simulated);
        realValue.append(realWorth);
        realPricePx.append(real);
        savingsValue.append(savings);
        savingsBaseValue.append(base);
        savingsBps.append(BPS * savings / base);
        arrivalSpreadBps.append(quote == null ? Double.NaN : BPS * quote.spreadPx() / mid);
        if (simulated == NULL) {
            engaged.appendNull();
        } else {
            engaged.append(simulated > 0);
        }
    }
}
