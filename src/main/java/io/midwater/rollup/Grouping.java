package io.midwater.rollup;

import java.util.List;

/** What orders are grouped by. */
enum Grouping {
    ALL("global_summary"),
    SECURITY("by_security", "security_code"),
    DATE("by_date", "date"),
    PARTICIPANT("by_participant", "participant_id"),
    TIME_OF_DAY("by_time_of_day", "time_of_day"),
    ORDER_SIZE("by_order_size", "size_bucket"),
    TIME_SERIES("time_series", "security_code", "date"),
    FILL_CLASS("group_metrics", "fill_class");

    /** Every column that some grouping uses, in the order that numbers the grouping sets. */
    static final List<String> KEYS =
            List.of("security_code", "date", "participant_id", "time_of_day", "size_bucket", "fill_class");

    private final String table;
    private final List<String> keys;

    Grouping(String table, String... keys) {
        this.table = table;
        this.keys = List.of(keys);
    }

    /** The aggregate that shows it. */
    String table() {
        return table;
    }

    List<String> keys() {
        return keys;
    }

    /** SQL's {@code grouping_id(KEYS)}: a bit for every column that is not grouped by, the first column highest. */
    long id() {
        long id = 0;
        for (String key : KEYS) {
            id = 2 * id + (keys.contains(key) ? 0 : 1);
        }
        return id;
    }

    static Grouping of(long id) {
        for (Grouping grouping : values()) {
            if (grouping.id() == id) {
                return grouping;
            }
        }
        throw new IllegalArgumentException("no grouping has id " + id);
    }
}
