package io.midwater.generator;

/**
 * How often the market's oddities happen, as shares of rows, orders or trades.
 *
 * @param duplicateShare rows of the orders and trades files that are written a second time, as overlapping segments do
 * @param orphanShare aggressive orders that also trade with an order that is not in the orders file
 * @param disturbedShare arrivals that meet a locked, crossed or missing national quote
 * @param reportShare arrivals that are followed by an off-market report (deal sources 3 to 6)
 */
public record MarketShape(double duplicateShare, double orphanShare, double disturbedShare, double reportShare) {
    public static final MarketShape DEFAULT = new MarketShape(0.0005, 0.003, 0.012, 0.012);

    public MarketShape {
        requireShare(duplicateShare, "duplicateShare");
        requireShare(orphanShare, "orphanShare");
        requireShare(disturbedShare, "disturbedShare");
        requireShare(reportShare, "reportShare");
    }

    private static void requireShare(double share, String name) {
        if (!(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException(name + " must be between 0 and 0.5, was " + share);
        }
    }
}
