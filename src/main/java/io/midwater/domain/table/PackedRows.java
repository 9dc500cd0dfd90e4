package io.midwater.domain.table;

import java.util.List;

/** Rows of one table as packed columns, which stay as they are until their memory is used again. */
public final class PackedRows implements RowGroup {
    private final TableSchema schema;
    private final int rows;
    private final List<PackedColumn> columns;
    private final List<TextDictionary> dictionaries;

    /**
     * @param columns one per column of the schema, all of the same length
     * @param dictionaries one per column of the schema; read only for text columns
     */
    public PackedRows(TableSchema schema, int rows, List<PackedColumn> columns, List<TextDictionary> dictionaries) {
        this.schema = schema;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.dictionaries = List.copyOf(dictionaries);
        if (columns.size() != schema.columns().size() || dictionaries.size() != columns.size()) {
            throw new IllegalArgumentException("table " + schema.name() + " has "
                    + schema.columns().size() + " columns, got " + columns.size() + " and " + dictionaries.size()
                    + " dictionaries");
        }
        for (PackedColumn column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(column.rows() + " values for " + rows + " rows");
            }
        }
    }

    public PackedColumn column(int column) {
        return columns.get(column);
    }

    public PackedColumn column(String name) {
        return columns.get(schema.indexOf(name));
    }

    /**
     * The same rows in another order, or some of them: row i of the result is row {@code order[i]} of this.
     *
     * @param memory where the result is kept; what of these rows is kept there may be overwritten, column by column
     */
    public PackedRows permute(int[] order, ColumnMemory memory) {
        return new PackedRows(
                schema,
                order.length,
                columns.stream().map(c -> c.permute(order, memory)).toList(),
                dictionaries);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void read(int column, int from, int count, long[] into) {
        columns.get(column).read(from, count, into);
    }

    @Override
    public TextDictionary dictionary(int column) {
        return dictionaries.get(column);
    }
}
