package io.midwater.simulation;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderKind;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;

/**
 * What a replay knows of each order of a slice before it begins, by the order's number in the slice's index: whether it is
 * studied, a real order of the dark book, or neither; and what is studied of it.
 */
public final class ReplayOrders {
    private static final byte STUDY = 1;
    private static final byte CENTRE_POINT = 2;
    private static final byte SWEEP = 4;
    private static final byte CARRIED = 8;
    private static final byte ORPHAN = 16;

    private final Slice slice;
    private final MatchingOptions options;
    private final byte[] flags;
    private final int[] arrivalRow;
    private final int[] entryRow;
    private final long[] scope;
    private final long[] windowEnd;
    private final long[] entryLit;

    public ReplayOrders(Slice slice, MatchingOptions options) {
        this.slice = slice;
        this.options = options;
        int orders = slice.index().orders();
        this.flags = new byte[orders];
        this.arrivalRow = new int[orders];
        this.entryRow = new int[orders];
        this.scope = new long[orders];
        this.windowEnd = new long[orders];
        this.entryLit = new long[orders];
    }

    /** Every order of the slice is added once, in any order. */
    public void add(OrderLife life, OrderClasses classes, FillSums fills) {
        int order = life.order();
        flags[order] = (byte) ((classes.inStudy() ? STUDY : 0)
                | (life.kind().centrePoint() ? CENTRE_POINT : 0)
                | (life.kind() == OrderKind.SWEEP ? SWEEP : 0)
                | (life.carried() ? CARRIED : 0)
                | (life.orphanStart() ? ORPHAN : 0));
        // A real order may have been on the book before the reload that counts as its arrival.
        arrivalRow[order] =
                classes.inStudy() ? life.arrivalRow() : slice.index().event(order, 0);
        entryRow[order] = life.entryRow();
        entryLit[order] = life.entryLitQuantity();
        scope[order] = switch (options.scope()) {
            case REST -> life.restQuantity();
            case POST_DARK -> Math.max(0, life.initialQuantity() - life.entryDarkQuantity());
        };
        windowEnd[order] = switch (options.horizon()) {
            case LAST_FILL ->
                fills.lastNs() != NULL && fills.lastNs() > life.arrivalNs() ? fills.lastNs() : life.endNs();
            case SESSION_END -> slice.session().closeNs();
        };
    }

    int orders() {
        return flags.length;
    }

    boolean isStudy(int order) {
        return (flags[order] & STUDY) != 0;
    }

    /** A real order of the dark book that is not studied. */
    boolean isContra(int order) {
        return (flags[order] & (STUDY | CENTRE_POINT)) == CENTRE_POINT;
    }

    boolean isCentrePoint(int order) {
        return (flags[order] & CENTRE_POINT) != 0;
    }

    boolean isSweep(int order) {
        return (flags[order] & SWEEP) != 0;
    }

    /**
     * A sweep of an earlier day has lost its mid-tick and its minimum quantity (ASX Trade Introduction and Business
     * Information, sections 25.2 and 25.3).
     */
    boolean isCarriedSweep(int order) {
        return (flags[order] & (SWEEP | CARRIED)) == (SWEEP | CARRIED);
    }

    /** On the book before its first row: it does not come in. */
    boolean wasThere(int order) {
        return (flags[order] & (CARRIED | ORPHAN)) != 0;
    }

    /** Time at which a study order entered, or of a real order's first row. */
    long arrivalNs(int order) {
        return slice.orders().timestamp(arrivalRow[order]);
    }

    /** The order's state after its entry pass. */
    int entryRow(int order) {
        return entryRow[order];
    }

    /** What is studied of the order when it enters. */
    long scope(int order) {
        return scope[order];
    }

    /** Last time at which the studied order may match, inclusive. */
    long windowEndNs(int order) {
        return windowEnd[order];
    }

    /** Traded lit at the instant of arrival. */
    long entryLit(int order) {
        return entryLit[order];
    }
}
