package io.midwater.simulation.matching;

/** Where each order stands in the one {@link PriorityIndex} of a kind that holds it; −1 for nowhere. A cell of the order, one
 * more than the position. */
final class Positions {
    private final Orders orders;
    private final int cell;

    Positions(Orders orders, int cell) {
        this.orders = orders;
        this.cell = cell;
    }

    int of(int order) {
        return orders.mark(order, cell) - 1;
    }

    void set(int order, int position) {
        orders.mark(order, cell, position + 1);
    }
}
