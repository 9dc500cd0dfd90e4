package io.midwater.totals;

import static java.util.Objects.requireNonNull;

/**
 * A figure of which quartiles are wanted: its values are counted in {@link Bins}, which add up.
 *
 * @param name the figure's name
 * @param unit the unit in words
 * @param value the figure
 */
public record Distribution(String name, String unit, Real value) {
    public Distribution {
        requireNonNull(name, "name is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(value, "value is null");
    }

    /** The column of the bins. */
    public String binsName() {
        return name + "_bins";
    }

    String binsDescription() {
        return "how many orders have which " + name + ", rounded to " + Bins.DIGITS
                + " binary digits: pairs of variable-length integers (7 bits a byte, lowest first), the distance to the"
                + " bin before (the first zigzag) and the orders in it; null without values";
    }
}
