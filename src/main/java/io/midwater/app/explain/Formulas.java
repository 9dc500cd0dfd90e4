package io.midwater.app.explain;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.TableSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definitions of a table's columns, with the numbers of one row put in. */
final class Formulas {
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b");
    /** Definitions are formulas up to the first of these; what follows are words about them. */
    private static final Pattern REMARK = Pattern.compile("[;:]");

    private static final Pattern OPERATOR = Pattern.compile("[/×−+(]");

    private final Map<String, ColumnSpec> columns = new HashMap<>();

    Formulas(TableSchema schema) {
        schema.columns().forEach(column -> columns.put(column.name(), column));
    }

    /** Unit and definition of a column; empty where this version does not know it. */
    String definition(String column) {
        ColumnSpec spec = columns.get(column);
        if (spec == null) {
            return "";
        }
        return spec.unit().isEmpty() ? spec.description() : spec.description() + " [" + spec.unit() + "]";
    }

    /**
     * The definition with the other columns' values in place of their names, so that it gives the column's value: with the
     * factor 10,000, which definitions of columns in basis points leave out.
     *
     * @param values a column's value as text, null for no such column
     * @return empty where the definition is no formula over other columns
     */
    String withNumbers(String column, UnaryOperator<String> values) {
        ColumnSpec spec = columns.get(column);
        if (spec == null) {
            return "";
        }
        String formula = REMARK.split(spec.description(), 2)[0];
        if (!OPERATOR.matcher(formula).find()) {
            return "";
        }
        Matcher matcher = NAME.matcher(formula);
        StringBuilder text = new StringBuilder();
        boolean found = false;
        while (matcher.find()) {
            String value = columns.containsKey(matcher.group()) ? values.apply(matcher.group()) : null;
            found |= value != null;
            String shown = value == null ? matcher.group() : value.isEmpty() ? "null" : value;
            matcher.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        matcher.appendTail(text);
        if (!found) {
            return "";
        }
        return spec.unit().startsWith("bps") ? "10,000 × (" + text + ")" : text.toString();
    }
}
