package io.midwater.totals;

/** The aggregates that can be asked for. */
public enum Aggregate {
    /** {@code global_summary}, {@code funnel} and {@code group_metrics}. */
    GLOBAL,
    /** {@code by_security}. */
    SECURITY,
    /** {@code by_date}. */
    DATE,
    /** {@code by_participant}. */
    PARTICIPANT,
    /** {@code by_time_of_day}. */
    TIME_OF_DAY,
    /** {@code by_hour}. */
    HOUR,
    /** {@code by_order_size}. */
    ORDER_SIZE,
    /** {@code time_series}. */
    TIME_SERIES,
    /** {@code by_size_kind_class}. */
    SIZE_KIND_CLASS,
    /** {@code by_venue}. */
    VENUE,
    /** {@code by_study}. */
    STUDY,
    /** {@code distributions}. */
    DISTRIBUTIONS,
    /** {@code time_to_fill}. */
    TIME_TO_FILL,
    /** {@code scenario_comparison}, {@code statistics} and {@code scenario_pairs}. */
    SCENARIO,
    /** {@code rule605}. */
    RULE605
}
