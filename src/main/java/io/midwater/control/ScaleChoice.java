package io.midwater.control;

import java.io.Serializable;

/**
 * Which price scale a unit was done at where its reference row implies another one than {@code market.price-scale}.
 *
 * @param used stored price units per currency unit
 * @param implied the same, as the reference row implies it
 * @param row what the row says, so that a later run sees whether it still says so
 */
public record ScaleChoice(long used, long implied, String row) implements Serializable {
    /** True where the unit's prices confirmed the row. */
    public boolean confirmed() {
        return used == implied;
    }
}
