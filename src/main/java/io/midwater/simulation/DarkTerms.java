package io.midwater.simulation;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderType;
import io.midwater.domain.Side;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.RowGroup;
import io.midwater.simulation.matching.DealSource;
import io.midwater.simulation.matching.MidTick;
import io.midwater.simulation.matching.OrderTerms;
import io.midwater.simulation.matching.Preference;
import io.midwater.simulation.matching.TickTable;
import java.util.HashSet;
import java.util.Set;

/** Turns order rows into the terms that the matching engine takes. */
final class DarkTerms {
    private static final int PREFERENCE_ONLY = 1;

    private final OrderEvents events;
    private final OrderIndex index;
    private final TradeLegs trades;
    private final ReplayOrders orders;
    private final OrderStates states;
    private final TickTable ticks;
    private final Set<Integer> preferring;
    private final OrderTerms terms = new OrderTerms();

    DarkTerms(Slice slice, MatchingOptions options, ReplayOrders orders, OrderStates states) {
        this.events = slice.orders();
        this.index = slice.index();
        this.trades = slice.trades();
        this.orders = orders;
        this.states = states;
        this.ticks = TickTable.asxEquities(slice.priceScale());
        this.preferring = switch (options.preferencing()) {
            case INFER -> preferring(trades);
            case LIST -> options.preferencingParticipants();
            case OFF -> Set.of();
        };
    }

    /** Who opted in to preferencing is not in the data; whoever has a preferenced trade on the day did. */
    private static Set<Integer> preferring(TradeLegs trades) {
        Set<Integer> found = new HashSet<>();
        for (int leg = 0; leg < trades.count(); leg++) {
            int source = trades.dealSource(leg);
            boolean preferenced =
                    source == DealSource.PREFERENCE.code() || source == DealSource.BLOCK_PREFERENCE.code();
            if (preferenced && trades.tradeClass(leg).dark() && trades.participantId(leg) != RowGroup.NULL) {
                found.add((int) trades.participantId(leg));
            }
        }
        return found;
    }

    TickTable ticks() {
        return ticks;
    }

    /** A real order as a row states it, with its own limit. The object is reused from call to call. */
    OrderTerms real(int order, int row, long available, long open) {
        return terms(order, row, available, open, states.midTick(order, row));
    }

    /** A study order: nothing that its real limit reached is met again when it comes in. */
    OrderTerms study(int order, int row, long quantity, MidTick midTick) {
        terms(order, row, quantity, quantity, midTick);
        if (!orders.isCentrePoint(order)) {
            return terms.study();
        }
        return events.market(row) ? terms.studyMarket() : terms.study(limit2(order, row, states.midTick(order, row)));
    }

    private OrderTerms terms(int order, int row, long available, long open, MidTick midTick) {
        Side side = events.side(row);
        terms.start(side, available).quantity(available, open);
        if (events.market(row)) {
            terms.market(midTick);
        } else {
            terms.limit(events.price(row), midTick, ticks);
        }
        int participant = events.participantId(row) == RowGroup.NULL ? 0 : (int) events.participantId(row);
        terms.participant(participant, events.crossingKey(row));
        terms.minimum(states.minimum(order), events.singleFill(row));
        if (events.preferenceOnly(row) == PREFERENCE_ONLY) {
            terms.preference(Preference.ONLY);
        } else if (preferring.contains(participant)) {
            terms.preference(Preference.FIRST);
        }
        if (orders.isSweep(order)) {
            terms.sweep();
        }
        if (events.orderType(row) == OrderType.PASSIVE) {
            terms.passive();
        }
        return terms;
    }

    /** The price an order accepts, in half units; of no meaning for a market order. */
    long limit2(int order, int row, MidTick midTick) {
        return ticks.limit2(events.side(row), events.price(row), midTick);
    }

    /** Shares an order traded in the dark at the time of a row. */
    long tradedDark(int order, int row) {
        long quantity = 0;
        for (int n = 0; n < index.legCount(order); n++) {
            int leg = index.leg(order, n);
            if (trades.time(leg) == events.timestamp(row)
                    && trades.tradeClass(leg).centrePoint()) {
                quantity += trades.quantity(leg);
            }
        }
        return quantity;
    }
}
