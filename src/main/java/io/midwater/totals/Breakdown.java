package io.midwater.totals;

import java.util.List;

/** What a unit's orders are broken down by, each breakdown over all of them. */
public enum Breakdown {
    ALL(Cut.CLASSES),
    PARTICIPANT(Cut.PARTICIPANTS, "participant_id"),
    TIME_OF_DAY(Cut.TIMES, "time_of_day"),
    HOUR(Cut.TIMES, "arrival_hour"),
    SIZE_KIND_CLASS(Cut.CLASSES, "size_bucket", "order_kind", "fill_class"),
    /** Where an order traded continuously. */
    VENUE(Cut.CLASSES, "venue"),
    STUDY(Cut.CLASSES, "in_study");

    /** Those whose keys simulated orders have. */
    static final List<Breakdown> OF_SCENARIOS = List.of(ALL, PARTICIPANT, TIME_OF_DAY, HOUR, SIZE_KIND_CLASS);

    /** Finer groups that orders are counted in; those of several breakdowns are formed of them. */
    enum Cut {
        CLASSES,
        TIMES,
        PARTICIPANTS
    }

    private final Cut cut;
    private final List<String> keys;

    Breakdown(Cut cut, String... keys) {
        this.cut = cut;
        this.keys = List.of(keys);
    }

    /** Table {@code scenario_sums} has it too. */
    public boolean simulated() {
        return OF_SCENARIOS.contains(this);
    }

    List<KeyColumn> columns() {
        return KeyColumn.ALL.stream()
                .filter(column -> keys.contains(column.name()))
                .toList();
    }

    Cut cut() {
        return cut;
    }

    /** The columns that tell its groups apart. */
    public List<String> keys() {
        return keys;
    }
}
