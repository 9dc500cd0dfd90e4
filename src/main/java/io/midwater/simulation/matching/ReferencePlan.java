package io.midwater.simulation.matching;

import java.util.ArrayList;
import java.util.List;

/** What one incoming order would trade, collected before anything is booked. */
final class ReferencePlan {
    record Fill(ReferenceOrder resting, long quantity, long price2, DealSource source) {}

    private final ReferenceOrder incoming;
    private final List<Fill> fills = new ArrayList<>();
    private long planned;

    ReferencePlan(ReferenceOrder incoming) {
        this.incoming = incoming;
    }

    List<Fill> fills() {
        return fills;
    }

    long left() {
        return incoming.available() - planned;
    }

    /** Takes what it can of a resting order; false if a minimum quantity forbids it. */
    boolean take(ReferenceOrder resting, long price2, boolean preferenced, boolean block, long least) {
        long quantity = Math.min(left(), resting.available() - plannedOf(resting));
        if (quantity == 0 || quantity < least) {
            return true;
        }
        if (quantity < resting.minimum) {
            return false;
        }
        boolean minimumBinds = incoming.open() - planned >= incoming.minimum;
        if (incoming.singleFill && minimumBinds && quantity < incoming.minimum) {
            return false;
        }
        boolean same = incoming.sameParticipant(resting);
        boolean booked = same && incoming.crossingKey != 0 && incoming.crossingKey == resting.crossingKey;
        boolean only = incoming.preference == Preference.ONLY || resting.preference == Preference.ONLY;
        fills.add(new Fill(resting, quantity, price2, DealSource.of(booked, only, preferenced, block)));
        planned += quantity;
        return true;
    }

    /** Whether a minimum that may be met by several contras is met. */
    boolean meetsMinimum() {
        return incoming.singleFill || planned >= incoming.minimum;
    }

    private long plannedOf(ReferenceOrder resting) {
        long sum = 0;
        for (Fill fill : fills) {
            if (fill.resting() == resting) {
                sum += fill.quantity();
            }
        }
        return sum;
    }
}
