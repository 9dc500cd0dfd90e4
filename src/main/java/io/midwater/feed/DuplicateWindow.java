package io.midwater.feed;

/** Remembers the content of the last million rows by a 64-bit hash, within a fixed amount of memory. */
final class DuplicateWindow {
    /** How many rows back a duplicate is found. */
    static final int ROWS = 1_000_000;

    private static final int PLACES = 1 << 22;

    private long[] hashes = new long[PLACES];
    /** Number of the row that had the hash last, from 1; 0 for a free place. */
    private long[] rows = new long[PLACES];

    private int used;
    private long row;

    /** True where one of the last million rows had the same content. */
    boolean seen(long hash) {
        row++;
        if (used > PLACES / 2) {
            forgetOldRows();
        }
        int place = place(hash);
        while (rows[place] != 0) {
            if (hashes[place] == hash) {
                boolean recent = row - rows[place] <= ROWS;
                rows[place] = row;
                return recent;
            }
            place = place + 1 & PLACES - 1;
        }
        hashes[place] = hash;
        rows[place] = row;
        used++;
        return false;
    }

    private void forgetOldRows() {
        long[] oldHashes = hashes;
        long[] oldRows = rows;
        hashes = new long[PLACES];
        rows = new long[PLACES];
        used = 0;
        for (int i = 0; i < PLACES; i++) {
            if (oldRows[i] != 0 && row - oldRows[i] <= ROWS) {
                int place = place(oldHashes[i]);
                while (rows[place] != 0) {
                    place = place + 1 & PLACES - 1;
                }
                hashes[place] = oldHashes[i];
                rows[place] = oldRows[i];
                used++;
            }
        }
    }

    private static int place(long hash) {
        return (int) (hash * 0x9E3779B97F4A7C15L >>> 32) & PLACES - 1;
    }
}
