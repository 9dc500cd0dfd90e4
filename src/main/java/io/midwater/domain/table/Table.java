package io.midwater.domain.table;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table being filled row by row, one buffer of primitives per column. A subclass declares its columns as fields, in
 * public order, each with unit and definition; the schema and the data dictionary are read from those declarations.
 *
 * <p>For each row the caller appends one value to every column and calls {@link #endRow}. After {@link #GROUP_ROWS} rows
 * the group goes to the sink and the buffers are reused, so memory does not grow with the table, and row groups are cut
 * by row count alone.
 */
public abstract class Table implements RowGroup {
    /** Rows per row group. */
    public static final int GROUP_ROWS = 65_536;

    private final String name;
    private final RowGroupSink sink;
    private final List<Column> columns = new ArrayList<>();
    private TableSchema schema;
    private int rows;

    protected Table(String name, RowGroupSink sink) {
        this.name = requireNonNull(name, "name is null");
        this.sink = requireNonNull(sink, "sink is null");
    }

    protected final LongColumn longs(String column, String unit, String description) {
        return add(new LongColumn(new ColumnSpec(column, ColumnType.LONG, unit, description)));
    }

    protected final IntColumn ints(String column, String unit, String description) {
        return add(new IntColumn(new ColumnSpec(column, ColumnType.INT, unit, description)));
    }

    protected final BooleanColumn booleans(String column, String description) {
        return add(new BooleanColumn(new ColumnSpec(column, ColumnType.BOOLEAN, "", description)));
    }

    protected final DateColumn dates(String column, String description) {
        return add(new DateColumn(new ColumnSpec(column, ColumnType.DATE, "", description)));
    }

    protected final DoubleColumn doubles(String column, String unit, String description) {
        return add(new DoubleColumn(new ColumnSpec(column, ColumnType.DOUBLE, unit, description)));
    }

    protected final TextColumn texts(String column, String description) {
        return add(new TextColumn(new ColumnSpec(column, ColumnType.TEXT, "", description)));
    }

    /** Whole numbers of up to 38 digits. */
    protected final DecimalColumn wholes(String column, String unit, String description) {
        return add(new DecimalColumn(new ColumnSpec(column, ColumnType.DECIMAL_38_0, unit, description)));
    }

    /** Exact decimals with up to 12 places. */
    protected final DecimalColumn decimals(String column, String unit, String description) {
        return add(new DecimalColumn(new ColumnSpec(column, ColumnType.DECIMAL_38_12, unit, description)));
    }

    private <C extends Column> C add(C column) {
        if (schema != null) {
            throw new IllegalStateException("columns of " + name + " are declared before its schema is used");
        }
        columns.add(column);
        return column;
    }

    /** Ends the row: every column must have received exactly one value. */
    public final void endRow() {
        rows++;
        for (Column column : columns) {
            if (column.size != rows) {
                throw new IllegalStateException("table " + name + ", column " + column.spec.name() + ": " + column.size
                        + " values after " + rows + " rows");
            }
        }
        if (rows == GROUP_ROWS) {
            flush();
        }
    }

    /** Hands the buffered rows to the sink, if there are any. */
    public final void flush() {
        if (rows == 0) {
            return;
        }
        sink.accept(this);
        rows = 0;
        for (Column column : columns) {
            column.size = 0;
            column.dictionary.clear();
        }
    }

    @Override
    public final TableSchema schema() {
        if (schema == null) {
            schema = new TableSchema(name, columns.stream().map(Column::spec).toList());
        }
        return schema;
    }

    @Override
    public final int rows() {
        return rows;
    }

    @Override
    public final void read(int column, int from, int count, long[] into) {
        System.arraycopy(columns.get(column).values, from, into, 0, count);
    }

    @Override
    public final TextDictionary dictionary(int column) {
        return columns.get(column).dictionary;
    }

    /** The buffer of one column. */
    public abstract static class Column {
        private final ColumnSpec spec;
        private final TextDictionary dictionary = new TextDictionary();
        private long[] values = new long[256];
        private int size;

        Column(ColumnSpec spec) {
            this.spec = spec;
        }

        public final ColumnSpec spec() {
            return spec;
        }

        public final void appendNull() {
            put(NULL);
        }

        final void put(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        final int index(String text) {
            return dictionary.indexOf(text);
        }
    }

    /** 64-bit integers. */
    public static final class LongColumn extends Column {
        LongColumn(ColumnSpec spec) {
            super(spec);
        }

        /** Appends a value; {@link RowGroup#NULL} is no value. */
        public void append(long value) {
            put(value);
        }
    }

    /** 32-bit integers. */
    public static final class IntColumn extends Column {
        IntColumn(ColumnSpec spec) {
            super(spec);
        }

        public void append(int value) {
            put(value);
        }

        /** Appends a value that fits 32 bits, or {@link RowGroup#NULL}. */
        public void appendNullable(long value) {
            put(value == NULL ? NULL : Math.toIntExact(value));
        }
    }

    /** Yes or no. */
    public static final class BooleanColumn extends Column {
        BooleanColumn(ColumnSpec spec) {
            super(spec);
        }

        public void append(boolean value) {
            put(value ? 1 : 0);
        }
    }

    /** Dates. */
    public static final class DateColumn extends Column {
        DateColumn(ColumnSpec spec) {
            super(spec);
        }

        public void append(LocalDate date) {
            put(date.toEpochDay());
        }
    }

    /** Doubles; NaN is no value, infinities are refused. */
    public static final class DoubleColumn extends Column {
        DoubleColumn(ColumnSpec spec) {
            super(spec);
        }

        public void append(double value) {
            if (Double.isNaN(value)) {
                put(NULL);
            } else if (Double.isInfinite(value)) {
                throw new ArithmeticException("column " + spec().name() + " is infinite");
            } else {
                put(Double.doubleToRawLongBits(value + 0.0));
            }
        }
    }

    /** Exact decimals; null is no value. */
    public static final class DecimalColumn extends Column {
        DecimalColumn(ColumnSpec spec) {
            super(spec);
        }

        public void append(BigDecimal value) {
            put(value == null ? NULL : index(value.toPlainString()));
        }
    }

    /** Texts; null is no value. */
    public static final class TextColumn extends Column {
        TextColumn(ColumnSpec spec) {
            super(spec);
        }

        public void append(String text) {
            put(text == null ? NULL : index(text));
        }

        /** Appends the constant's name. */
        public void append(Enum<?> constant) {
            append(constant == null ? null : constant.name());
        }
    }
}
