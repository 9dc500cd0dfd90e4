package io.midwater.domain;

/** How much of an order was matched on its business date. */
public enum FillClass {
    FULL,
    PARTIAL,
    NONE;

    public static FillClass of(long matched, long leaves) {
        if (matched == 0) {
            return NONE;
        }
        return leaves == 0 ? FULL : PARTIAL;
    }
}
