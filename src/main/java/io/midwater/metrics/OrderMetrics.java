package io.midwater.metrics;

import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;

/** Measures the orders of one slice into a {@link MetricsTable}. Sums are exact integers; ratios are formed last. */
public final class OrderMetrics {
    private final MeasuredOrder order;
    private final MetricsTable table;
    private final Rule605Orders rule605;

    /** @param rule605 gets a row for each order too; null for none */
    public OrderMetrics(Slice slice, MetricsTable table, Rule605Orders rule605) {
        this.order = new MeasuredOrder(slice);
        this.table = table;
        this.rule605 = rule605;
    }

    /**
     * Adds one order's row.
     *
     * @param quote the quote met on arrival, null for none
     * @param sums the order's own, already summed
     * @throws ArithmeticException if a sum does not fit 64 bits
     */
    public void add(OrderLife life, OrderClasses classes, ArrivalQuote quote, FillSums sums) {
        order.set(life, classes, quote, sums);
        table.add(order);
        if (rule605 != null) {
            rule605.add(order);
        }
    }
}
