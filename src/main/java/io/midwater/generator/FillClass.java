package io.midwater.generator;

/** How much of an order was filled on its business date. */
enum FillClass {
    FULL,
    PARTIAL,
    NONE;

    static FillClass of(LiveOrder order) {
        if (order.matched == order.matchedBefore) {
            return NONE;
        }
        return order.leaves == 0 ? FULL : PARTIAL;
    }
}
