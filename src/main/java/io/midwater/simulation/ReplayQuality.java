package io.midwater.simulation;

/**
 * How much of the real dark flow a replay finds again, in shares, pair of orders by pair of orders.
 *
 * @param realQuantity really traded
 * @param simulatedQuantity traded in the replay
 * @param overlapQuantity by pair the smaller of the two, added up
 */
public record ReplayQuality(long realQuantity, long simulatedQuantity, long overlapQuantity) {
    public ReplayQuality {
        if (overlapQuantity < 0 || overlapQuantity > Math.min(realQuantity, simulatedQuantity)) {
            throw new IllegalArgumentException("overlap must be between 0 and the smaller of " + realQuantity + " and "
                    + simulatedQuantity + ", was " + overlapQuantity);
        }
    }

    /** Part of the real shares that the replay finds; NaN where nothing was traded. */
    public double recall() {
        return realQuantity == 0 ? Double.NaN : (double) overlapQuantity / realQuantity;
    }

    /** Part of the replay's shares that are real; NaN where it trades nothing. */
    public double precision() {
        return simulatedQuantity == 0 ? Double.NaN : (double) overlapQuantity / simulatedQuantity;
    }

    public ReplayQuality plus(ReplayQuality other) {
        return new ReplayQuality(
                Math.addExact(realQuantity, other.realQuantity),
                Math.addExact(simulatedQuantity, other.simulatedQuantity),
                Math.addExact(overlapQuantity, other.overlapQuantity));
    }
}
