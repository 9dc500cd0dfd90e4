package io.midwater.report;

import static java.util.Objects.requireNonNull;

/**
 * A value in a table.
 *
 * @param text empty where there is no value
 * @param reason why there is none, or null
 * @param few the value stands on fewer orders than {@link #FEW}
 */
record Cell(String text, String reason, boolean few) {
    /** Below this number of orders a figure is marked as standing on a small sample. */
    static final int FEW = 30;

    private static final int SHORT = 24;
    private static final int LONG = 48;

    Cell {
        requireNonNull(text, "text is null");
        if (text.isEmpty() == (reason == null)) {
            throw new IllegalArgumentException("a cell has either a text or a reason, was \"" + text + "\", " + reason);
        }
    }

    static Cell of(String text) {
        return text == null || text.isEmpty() ? none("not reported") : new Cell(text, null, false);
    }

    static Cell none(String reason) {
        return new Cell("", reason, false);
    }

    static Cell count(Long value) {
        return value == null ? none("not in this output") : of(Format.count(value));
    }

    /** How it may be broken into lines: numbers and short texts not at all, long ones anywhere. */
    String look(boolean numeric) {
        return numeric ? "number" : text.length() <= SHORT ? "short" : text.length() > LONG ? "long" : "";
    }

    boolean missing() {
        return text.isEmpty();
    }

    /** The same, marked if it stands on few orders. */
    Cell on(Long orders) {
        return new Cell(text, reason, !missing() && orders != null && orders < FEW);
    }
}
