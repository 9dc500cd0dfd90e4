package io.midwater.totals;

import java.util.List;

/** What a unit's orders are broken down by, each breakdown over all of them. */
public enum Breakdown {
    ALL,
    PARTICIPANT("participant_id"),
    TIME_OF_DAY("time_of_day"),
    SIZE_KIND_CLASS("size_bucket", "order_kind", "fill_class");

    private final List<String> keys;

    Breakdown(String... keys) {
        this.keys = List.of(keys);
    }

    /** The columns that tell its groups apart. */
    public List<String> keys() {
        return keys;
    }
}
