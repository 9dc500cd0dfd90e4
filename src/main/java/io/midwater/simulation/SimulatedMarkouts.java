package io.midwater.simulation;

import io.midwater.domain.Horizon;
import io.midwater.domain.Slice;
import io.midwater.simulation.matching.DealSource;
import java.util.Arrays;
import java.util.List;

/**
 * What study orders' simulated fills were worth a fixed time later, by the real quotes in force then: the realized spread
 * of 17 CFR 242.600(b) without the factor 2. Quotes know nothing of fills that did not happen.
 */
public final class SimulatedMarkouts implements MatchListener {
    private static final int NONE = -1;

    private final Slice slice;
    private final ReplayOrders orders;
    private final List<Horizon> horizons;
    /** For each order the place of its sums, which only orders that matched have. */
    private final int[] places;

    /** For each place and horizon the shares with a markout, and Σ (2 price − (bid + offer) then) × quantity. */
    private long[] sums;

    private int used;

    public SimulatedMarkouts(Slice slice, ReplayOrders orders, List<Horizon> horizons) {
        this.slice = slice;
        this.orders = orders;
        this.horizons = List.copyOf(horizons);
        this.places = new int[slice.index().orders()];
        Arrays.fill(places, NONE);
        this.sums = new long[64 * width()];
    }

    private int width() {
        return 2 * horizons.size();
    }

    @Override
    public void onMatch(
            long match,
            long timeNs,
            int incoming,
            int resting,
            long quantity,
            long price2,
            long bidPx,
            long offerPx,
            DealSource source) {
        add(incoming, timeNs, quantity, price2);
        add(resting, timeNs, quantity, price2);
    }

    private void add(int order, long timeNs, long quantity, long price2) {
        if (!orders.isStudy(order)) {
            return;
        }
        if (places[order] == NONE) {
            places[order] = used++;
            if (used * width() > sums.length) {
                sums = Arrays.copyOf(sums, 2 * sums.length);
            }
        }
        int at = places[order] * width();
        for (int i = 0; i < horizons.size(); i++) {
            int quote = slice.quoteAfter(timeNs, horizons.get(i));
            if (slice.quotes().usable(quote)) {
                long difference = price2 - slice.quotes().mid2(quote);
                sums[at + 2 * i] = Math.addExact(sums[at + 2 * i], quantity);
                sums[at + 2 * i + 1] = Math.addExact(sums[at + 2 * i + 1], Math.multiplyExact(difference, quantity));
            }
        }
    }

    /** Simulated shares of an order whose match has a usable quote in force that much later. */
    long quantity(int order, int horizon) {
        return places[order] == NONE ? 0 : sums[places[order] * width() + 2 * horizon];
    }

    /** Σ (2 price − (bid + offer) then) × quantity over those shares, not signed by side. */
    long halfValue(int order, int horizon) {
        return places[order] == NONE ? 0 : sums[places[order] * width() + 2 * horizon + 1];
    }
}
