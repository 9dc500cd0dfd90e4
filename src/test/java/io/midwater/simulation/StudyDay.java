package io.midwater.simulation;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.Classifier;
import io.midwater.classification.Population;
import io.midwater.domain.Bucket;
import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.FillSums;
import io.midwater.domain.InputKind;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderLife;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.SessionHours;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.PackedRows;
import io.midwater.simulation.MatchingOptions.Availability;
import io.midwater.simulation.MatchingOptions.Preferencing;
import io.midwater.simulation.MatchingOptions.Scope;
import io.midwater.simulation.MatchingOptions.StudyHorizon;
import io.midwater.simulation.MatchingOptions.StudyLimit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A hand-made security-day. Times are whole seconds; trading is open from 0 to 1000. Prices lie above 2000, so a tick is 10.
 */
final class StudyDay {
    static final long CLOSE = 1000;
    static final int SWEEP = 2048;
    static final int DARK = 64;
    private static final long SECOND = 1_000_000_000L;
    private static final LocalDate DATE = LocalDate.of(2024, 9, 3);
    private static final BusinessCalendar CALENDAR =
            new BusinessCalendar(ZoneId.of("Australia/Sydney"), null, Set.of());
    private static final long OPEN_NS = CALENDAR.startNs(DATE, LocalTime.of(10, 0));

    private final InputRows orders = new InputRows(InputKind.ORDERS);
    private final InputRows trades = new InputRows(InputKind.TRADES);
    private final InputRows quotes = new InputRows(InputKind.QUOTES);
    private final List<Long> suspensions = new ArrayList<>();
    private long sequence;
    private long group;

    /** An order's events, each the state before with changes. */
    final class Order {
        private final Map<String, Long> state = new HashMap<>();

        Order set(String column, long value) {
            state.put(column, value);
            return this;
        }

        /** A row at a time: reason, status and open quantity; {@code more} are further columns and values. */
        Order row(long second, int reason, int status, long leaves, Object... more) {
            for (int i = 0; i < more.length; i += 2) {
                state.put((String) more[i], ((Number) more[i + 1]).longValue());
            }
            state.put("timestamp", at(second));
            state.put("sequence", ++sequence);
            state.put("changereason", (long) reason);
            state.put("orderstatus", (long) status);
            state.put("leavesquantity", leaves);
            orders.add(new HashMap<>(state));
            return this;
        }

        /** Comes in and rests. */
        Order enters(long second) {
            long quantity = state.get("quantity");
            row(second, 6, 2, quantity);
            return row(second, 5, 1, quantity);
        }

        /** Trades in reality: message and own leg. */
        Order trades(long second, long shares, long price, int source) {
            long leaves = last(state) - shares;
            state.merge("totalmatchedquantity", shares, Long::sum);
            Map<String, Long> leg = new HashMap<>();
            leg.put("tradetime", at(second));
            leg.put("sequence", ++sequence);
            leg.put("orderid", state.get("order_id"));
            leg.put("dealsource", (long) source);
            leg.put("matchgroupid", ++group);
            leg.put("tradeprice", price);
            leg.put("quantity", shares);
            leg.put("side", state.get("side"));
            leg.put("participantid", state.get("participantid"));
            StudyDay.this.trades.add(leg);
            return row(second, 3, leaves == 0 ? 2 : 1, leaves);
        }

        Order cancels(long second) {
            return row(second, 1, 2, last(state));
        }

        private static long last(Map<String, Long> state) {
            return state.get("leavesquantity");
        }
    }

    static long at(long second) {
        return OPEN_NS + second * SECOND;
    }

    StudyDay quote(long second, long bid, long offer) {
        quotes.add(Map.of("timestamp", at(second), "bidprice", bid, "offerprice", offer));
        return this;
    }

    StudyDay suspended(long from, long to) {
        suspensions.add(at(from));
        suspensions.add(at(to));
        return this;
    }

    /** side 1 buys, 2 sells; mid-tick off, rest of day. */
    Order order(long id, int type, int side, long quantity, long price) {
        return new Order()
                .set("order_id", id)
                .set("side", side)
                .set("price", price)
                .set("quantity", quantity)
                .set("totalmatchedquantity", 0)
                .set("ordertype", 1)
                .set("exchangeordertype", type)
                .set("participantid", id)
                .set("midtick", 2)
                .set("timevalidity", 256);
    }

    Order sweep(long id, int side, long quantity, long price) {
        return order(id, SWEEP, side, quantity, price);
    }

    Order dark(long id, int side, long quantity, long price) {
        return order(id, DARK, side, quantity, price);
    }

    Slice slice() {
        OrderEvents events = new OrderEvents(orders.sorted());
        TradeLegs legs = new TradeLegs(trades.sorted());
        PackedRows rows = quotes.sorted();
        QuoteHistory history = QuoteHistory.ofFile(
                rows.rows(),
                rows.column("timestamp"),
                rows.column("sequence"),
                rows.column("bidprice"),
                rows.column("offerprice"));
        return new Slice(
                new SecurityDay(70_000, DATE),
                events,
                legs,
                history,
                new SessionHours(at(0), at(0), at(CLOSE), suspensions, false),
                OrderIndex.of(events, legs),
                CALENDAR,
                1000,
                1);
    }

    static MatchingOptions options() {
        return options(Availability.LATER);
    }

    static MatchingOptions options(Availability availability) {
        return options(StudyLimit.MID_TICK, Scope.REST, StudyHorizon.SESSION_END, availability, 0);
    }

    static MatchingOptions options(
            StudyLimit limit, Scope scope, StudyHorizon horizon, Availability availability, long latencyNs) {
        return new MatchingOptions(
                limit, scope, horizon, availability, false, Preferencing.INFER, Set.of(), false, latencyNs);
    }

    static ReplayOrders orders(Slice slice, MatchingOptions options) {
        List<Bucket> any = List.of(new Bucket("ANY", Long.MAX_VALUE));
        Classifier classifier =
                new Classifier(slice, new ClassificationOptions(Population.SWEEP, SECOND, any, any, any));
        ReplayOrders orders = new ReplayOrders(slice, options);
        FillSums fills = new FillSums();
        for (int order = 0; order < slice.index().orders(); order++) {
            OrderLife life = classifier.life(order);
            fills.sum(slice, life);
            orders.add(life, classifier.classes(life), fills);
        }
        return orders;
    }

    /** "incoming x resting: shares at price in half units, second" of every match. */
    List<String> replay(MatchingOptions options) {
        Slice slice = slice();
        List<String> matches = new ArrayList<>();
        new Replay(
                        slice,
                        orders(slice, options),
                        options,
                        (match, time, incoming, resting, shares, price2, bid, offer, source) ->
                                matches.add(id(slice, incoming) + " x " + id(slice, resting) + ": " + shares + " at "
                                        + price2 + ", " + (time - OPEN_NS) / SECOND
                                        + (source.code() == 47 ? "" : " as " + source.code())))
                .run();
        return matches;
    }

    List<String> replay() {
        return replay(options());
    }

    private static long id(Slice slice, int order) {
        return slice.orders().orderId(slice.index().event(order, 0));
    }
}
