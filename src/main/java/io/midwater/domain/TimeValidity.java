package io.midwater.domain;

/** The two bytes of {@code timevalidity}: the high one is the unit, with flags or-ed on, the low one a value. */
public final class TimeValidity {
    private static final int UNIT_SHIFT = 8;
    private static final int UNIT_MASK = 0x3F;

    private TimeValidity() {}

    /** True for fill-and-kill and fill-or-kill orders, whose rest never stays on the book. */
    public static boolean isImmediate(int code) {
        return ((code >> UNIT_SHIFT) & UNIT_MASK) == 0;
    }
}
