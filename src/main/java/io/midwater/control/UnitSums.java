package io.midwater.control;

import java.io.Serializable;

/** The sums by which a unit's tables are checked. Quantities are quantity units. */
public record UnitSums(
        long orderEvents,
        long tradeLegs,
        long quoteRows,
        long orders,
        long fullOrders,
        long partialOrders,
        long unfilledOrders,
        long demandQuantity,
        long matchedQuantity,
        long tradedQuantity)
        implements Serializable {
    public static final UnitSums NONE = new UnitSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public UnitSums plus(UnitSums other) {
        return new UnitSums(
                orderEvents + other.orderEvents,
                tradeLegs + other.tradeLegs,
                quoteRows + other.quoteRows,
                orders + other.orders,
                fullOrders + other.fullOrders,
                partialOrders + other.partialOrders,
                unfilledOrders + other.unfilledOrders,
                demandQuantity + other.demandQuantity,
                matchedQuantity + other.matchedQuantity,
                tradedQuantity + other.tradedQuantity);
    }
}
