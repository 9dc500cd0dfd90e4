package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import java.util.List;

/** A column that tells groups apart, of the table that is added up and of the sums. */
record KeyColumn(ColumnSpec spec) {
    private static final String SAME = "as in classified; null in breakdowns without it";

    static final KeyColumn SCENARIO = of("scenario", ColumnType.TEXT, "simulated scenario");
    static final KeyColumn PARTICIPANT = of(
            "participant_id", ColumnType.LONG, "broker number; null where not reported and in breakdowns without it");

    /** Everything that some breakdown has, in the order of the columns. */
    static final List<KeyColumn> ALL = List.of(
            PARTICIPANT,
            of("time_of_day", ColumnType.TEXT, SAME),
            of("arrival_hour", ColumnType.INT, SAME),
            of("size_bucket", ColumnType.TEXT, SAME),
            of("order_kind", ColumnType.TEXT, SAME),
            of("fill_class", ColumnType.TEXT, SAME),
            of("venue", ColumnType.TEXT, "as in metrics; null in breakdowns without it"),
            of("in_study", ColumnType.BOOLEAN, SAME));

    private static KeyColumn of(String name, ColumnType type, String description) {
        return new KeyColumn(new ColumnSpec(name, type, "", description));
    }

    /** A column of texts. */
    static KeyColumn text(String name) {
        return of(name, ColumnType.TEXT, "");
    }

    String name() {
        return spec.name();
    }

    /** What a code stands for; null for nothing. */
    Comparable<?> value(Block block, long code) {
        if (code == NULL) {
            return null;
        }
        return switch (spec.type()) {
            case TEXT -> block.texts(name()).text((int) code);
            case BOOLEAN -> code == 1;
            case LONG -> code;
            case INT -> (int) code;
            case DATE, DOUBLE, DECIMAL_38_0, DECIMAL_38_12, BINARY ->
                throw new IllegalStateException("no groups by a " + spec.type());
        };
    }
}
