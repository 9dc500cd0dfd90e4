package io.midwater.generator;

/** Sums over order-days; a quantity is shares, a value price units times shares. */
final class Totals {
    long orders;
    long full;
    long partial;
    long unfilled;
    long demand;
    long matched;
    long traded;
    long value;
    long fills;

    void add(LiveOrder order, FillClass fillClass) {
        long matchedToday = order.matched - order.matchedBefore;
        orders++;
        switch (fillClass) {
            case FULL -> full++;
            case PARTIAL -> partial++;
            case NONE -> unfilled++;
        }
        demand += matchedToday + order.leaves;
        matched += matchedToday;
        traded += tradedQuantity(order);
        value = Math.addExact(value, order.tradedValue);
        fills += order.fills;
    }

    static long tradedQuantity(LiveOrder order) {
        return order.dark + order.lit + order.auction + order.booked;
    }

    String json() {
        return "{\"total_orders\":" + orders + ",\"full_orders\":" + full + ",\"partial_orders\":" + partial
                + ",\"unfilled_orders\":" + unfilled + ",\"demand_quantity\":" + demand + ",\"matched_quantity\":"
                + matched + ",\"traded_quantity\":" + traded + ",\"traded_value\":" + value + ",\"fills\":" + fills
                + "}";
    }
}
