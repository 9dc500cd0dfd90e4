package io.midwater.benchmark;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the peers are asked. */
public enum PeerQuery {
    /** Selected rows with all their columns, read and counted; nothing is written. */
    Q0(true),
    /** Selected rows to zstd Parquet by (security, date). */
    Q1(true),
    /** All rows to zstd Parquet by (security, date). */
    Q2(false);

    /** 3 of 40 securities. */
    static final long[] SELECTED = {110_003, 110_017, 110_030};

    private final boolean selects;

    PeerQuery(boolean selects) {
        this.selects = selects;
    }

    public boolean selects() {
        return selects;
    }

    /** Selected securities; none for all. */
    public long[] securities() {
        return selects ? SELECTED.clone() : new long[0];
    }

    /** The second and the third date. */
    public LocalDate from() {
        return OrdersFile.FIRST_DATE.plusDays(selects ? 1 : 0);
    }

    public LocalDate to() {
        return OrdersFile.FIRST_DATE.plusDays(selects ? 2 : OrdersFile.DATES - 1L);
    }

    /** The condition as SQL, of DuckDB and of Spark. */
    String where() {
        if (!selects) {
            return "true";
        }
        String codes = Arrays.stream(SELECTED).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "security_code in (" + codes + ") and date between date '" + from() + "' and date '" + to() + "'";
    }

    /** The answer of a query that writes nothing: rows, and the exclusive or of every number column's values. */
    static String answer(long rows, long[] mixed) {
        return rows + " rows, all numbers mixed " + Integer.toHexString(Arrays.hashCode(mixed));
    }
}
