package io.midwater.rollup;

import io.midwater.totals.Breakdown;
import java.util.List;

/** What orders are grouped by, each formed from the rows of one breakdown of the units. */
enum Grouping {
    ALL("global_summary", Breakdown.ALL),
    SECURITY("by_security", Breakdown.ALL, "security_code"),
    DATE("by_date", Breakdown.ALL, "date"),
    PARTICIPANT("by_participant", Breakdown.PARTICIPANT, "participant_id"),
    TIME_OF_DAY("by_time_of_day", Breakdown.TIME_OF_DAY, "time_of_day"),
    HOUR("by_hour", Breakdown.HOUR, "arrival_hour"),
    ORDER_SIZE("by_order_size", Breakdown.SIZE_KIND_CLASS, "size_bucket"),
    TIME_SERIES("time_series", Breakdown.ALL, "security_code", "date"),
    SIZE_KIND_CLASS("by_size_kind_class", Breakdown.SIZE_KIND_CLASS, "size_bucket", "order_kind", "fill_class"),
    VENUE("by_venue", Breakdown.VENUE, "venue"),
    STUDY("by_study", Breakdown.STUDY, "in_study"),
    ORDER_KIND("time_to_fill", Breakdown.SIZE_KIND_CLASS, "order_kind"),
    FILL_CLASS("group_metrics", Breakdown.SIZE_KIND_CLASS, "fill_class");

    private final String table;
    private final Breakdown breakdown;
    private final List<String> keys;

    Grouping(String table, Breakdown breakdown, String... keys) {
        this.table = table;
        this.breakdown = breakdown;
        this.keys = List.of(keys);
    }

    /** The aggregate that shows it. */
    String table() {
        return table;
    }

    Breakdown breakdown() {
        return breakdown;
    }

    List<String> keys() {
        return keys;
    }

    /** Simulated orders are grouped so too. */
    boolean simulated() {
        return breakdown.simulated();
    }

    /** Few groups, whose bins are kept whole. */
    boolean whole() {
        return this == ALL || this == ORDER_SIZE || this == ORDER_KIND;
    }
}
