package io.midwater.rollup;

import io.midwater.sink.AggregateColumn.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A column that adds up over any grouping of the orders, exactly and in any order.
 *
 * @param column the published column
 * @param kind how values are added
 * @param value SQL over one input row: a condition for a count, else a number, null for no value
 * @param known true where every row has a value: the sum over no rows is then 0, else null
 */
record Additive(RollupColumn column, Kind kind, String value, boolean known) {
    private static final int HALF = 32;
    private static final int PLACES = 12;
    private static final BigInteger LOW_HALF = BigInteger.ONE.shiftLeft(HALF);

    /** How values are added. */
    enum Kind {
        /** Rows that meet a condition. */
        COUNT,
        /** 64-bit integers, without overflow: the upper and the lower 32 bits are added apart, joined at the end. */
        INTEGER,
        /**
         * Doubles, each rounded half-even to 12 places before it is added, so that the order of addition is nothing. The
         * whole part in units of 2³² and of 1 and the places behind the point in units of 10⁻¹² are added apart as 64-bit
         * integers, joined at the end. Cutting the parts off is exact in binary; {@code rint} rounds the last one.
         */
        DECIMAL
    }

    /** Rows that meet a condition. */
    static Additive count(String name, String condition, String description) {
        return new Additive(new RollupColumn(name, Type.LONG, "", description), Kind.COUNT, condition, true);
    }

    /** The sum of an integer that every row has. */
    static Additive total(String name, String unit, String value, String description) {
        return new Additive(new RollupColumn(name, Type.DECIMAL_38_0, unit, description), Kind.INTEGER, value, true);
    }

    /** The sum of an integer over the rows that have it; null where none has. */
    static Additive totalOfKnown(String name, String unit, String value, String description) {
        return new Additive(new RollupColumn(name, Type.DECIMAL_38_0, unit, description), Kind.INTEGER, value, false);
    }

    /** The sum of a double over the rows that have it; null where none has. */
    static Additive decimalOfKnown(String name, String unit, String value, String description) {
        return new Additive(new RollupColumn(name, Type.DECIMAL_38_12, unit, description), Kind.DECIMAL, value, false);
    }

    String name() {
        return column.name();
    }

    /** The same sum as a column of one scenario. */
    Additive in(String scenario) {
        return new Additive(column.in(scenario), kind, value, known);
    }

    /** What is computed once per input row, in SQL. */
    String prepared() {
        String name = name();
        String whole = name + "_whole";
        return switch (kind) {
            case COUNT -> "(" + value + ") AS " + name;
            case INTEGER -> "CAST(" + value + " AS BIGINT) AS " + name;
            case DECIMAL ->
                String.join(
                        ",\n    ",
                        "(" + value + ") AS " + name + "_double",
                        "CAST(" + name + "_double / 4294967296D AS BIGINT) AS " + name + "_high",
                        name + "_double - CAST(" + name + "_high AS DOUBLE) * 4294967296D AS " + name + "_rest",
                        "CAST(" + name + "_rest AS BIGINT) AS " + whole,
                        "CAST(rint((" + name + "_rest - CAST(" + whole + " AS DOUBLE)) * 1e12D) AS BIGINT) AS " + name
                                + "_places");
        };
    }

    /** What is added over the prepared rows, in SQL. */
    List<String> sums() {
        String name = name();
        return switch (kind) {
            case COUNT -> List.of("count_if(" + name + ")");
            case INTEGER -> List.of("sum(shiftright(" + name + ", " + HALF + "))", "sum(" + name + " & 4294967295L)");
            case DECIMAL ->
                List.of(
                        "sum(" + name + "_high)",
                        "sum(" + name + "_whole)",
                        "sum(shiftright(" + name + "_places, " + HALF + "))",
                        "sum(" + name + "_places & 4294967295L)");
        };
    }

    /** The sum in a result row: Long for counts, else BigDecimal. */
    Object read(Row row, int at) {
        if (row.isNullAt(at)) {
            return null;
        }
        return switch (kind) {
            case COUNT -> row.getLong(at);
            case INTEGER -> new BigDecimal(joined(row, at));
            case DECIMAL -> new BigDecimal(joined(row, at)).add(new BigDecimal(joined(row, at + 2), PLACES));
        };
    }

    private static BigInteger joined(Row row, int at) {
        return BigInteger.valueOf(row.getLong(at)).multiply(LOW_HALF).add(BigInteger.valueOf(row.getLong(at + 1)));
    }

    /** The sum over no rows. */
    Object nothing() {
        if (!known) {
            return null;
        }
        return switch (kind) {
            case COUNT -> 0L;
            case INTEGER, DECIMAL -> BigDecimal.ZERO;
        };
    }
}
