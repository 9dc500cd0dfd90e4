package io.midwater.domain.table;

/**
 * Rows of one table, readable column by column. This is what writers take: no row object exists between a slice and its
 * files.
 */
public interface RowGroup {
    /** "No value", in every column type. */
    long NULL = Long.MIN_VALUE;

    TableSchema schema();

    int rows();

    /**
     * Copies a run of one column.
     *
     * @param column position in the schema
     * @param from first row
     * @param count number of rows
     * @param into receives the values at 0 … count−1; {@link #NULL} is no value, doubles are raw bits, texts and decimals
     *     are indexes into {@link #dictionary}
     */
    void read(int column, int from, int count, long[] into);

    /** The texts of a column whose type is {@link ColumnType#indexed}. */
    TextDictionary dictionary(int column);
}
