package io.midwater.audit;

/**
 * Where two tables differ in one column.
 *
 * @param rows how many rows differ
 * @param where the first of them: its unit or aggregate, and key
 * @param first the value there, null for none
 * @param second the other output's value
 * @param lastDigits true where all that differ are doubles, each by less than one part in 10⁹
 */
public record ColumnDifference(
        String column, long rows, String where, String first, String second, boolean lastDigits) {
    private static final double LAST_DIGITS = 1e-9;

    /** The same column in two places; the first place stays the first. */
    ColumnDifference plus(ColumnDifference later) {
        return new ColumnDifference(column, rows + later.rows, where, first, second, lastDigits && later.lastDigits);
    }

    static boolean close(double a, double b) {
        return Math.abs(a - b) <= LAST_DIGITS * Math.max(Math.abs(a), Math.abs(b));
    }
}
