package io.midwater.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table or aggregate, by column name. A column that is not there reads as null, as one without a value does:
 * neither can be told from the other by a reader of the report.
 */
public record Figures(Map<String, Object> values) {
    public static final Figures NONE = new Figures(Map.of());

    static final String LABEL = "label";

    public Figures {
        values = new HashMap<>(values);
    }

    Double number(String column) {
        return values.get(column) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    Long count(String column) {
        return values.get(column) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    String text(String column) {
        Object value = values.get(column);
        return value == null ? null : value.toString();
    }

    boolean is(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    boolean has(String column) {
        return values.get(column) != null;
    }

    /** The sums of some rows, column by column; null where none has a value. Only additive columns mean anything. */
    static Figures sum(Collection<Figures> rows) {
        Map<String, Object> sums = new HashMap<>();
        for (Figures row : rows) {
            row.values.forEach((column, value) -> {
                if (value instanceof Number number) {
                    sums.merge(column, exact(number), (a, b) -> ((BigDecimal) a).add((BigDecimal) b));
                }
            });
        }
        return new Figures(sums);
    }

    /** The sum of some rows under a name. */
    static Figures labelled(String label, List<Figures> rows) {
        return sum(rows).with(LABEL, label);
    }

    /** The name that {@link #labelled} gave. */
    String label() {
        return text(LABEL);
    }

    Figures with(String column, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(column, value);
        return new Figures(more);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Double || number instanceof Float
                ? BigDecimal.valueOf(number.doubleValue())
                : BigDecimal.valueOf(number.longValue());
    }
}
