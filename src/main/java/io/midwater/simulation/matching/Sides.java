package io.midwater.simulation.matching;

import io.midwater.domain.Side;

/** The resting orders, by side, study orders apart from contras; and those that the order at hand may meet. */
final class Sides {
    private final Pairing pairing;
    /** Two a side: study orders, then contras. */
    private final BookSide[] sides;

    private final Orders orders;
    private BookSide study;

    private BookSide contras;
    private int sign;
    private long metKey;

    Sides(Pairing pairing, Orders orders, int expected) {
        this.pairing = pairing;
        this.orders = orders;
        this.sides = new BookSide[4];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = new BookSide(orders, expected);
        }
    }

    BookSide side(Side side, boolean ofStudy) {
        return sides[2 * side.ordinal() + (ofStudy ? 0 : 1)];
    }

    /** The one that an order rests in, or would. */
    BookSide of(int order) {
        return side(orders.side(order), orders.is(order, Orders.STUDY));
    }

    void clear() {
        for (BookSide side : sides) {
            side.clear();
        }
    }

    /** The study orders opposite to an order, or null if it may not meet them. */
    BookSide studyFacing(Side side, boolean ofStudy) {
        return pairing.allows(ofStudy, true) ? side(side.opposite(), true) : null;
    }

    /** The contras opposite to an order, or null if it may not meet them. */
    BookSide contrasFacing(Side side, boolean ofStudy) {
        return pairing.allows(ofStudy, false) ? side(side.opposite(), false) : null;
    }

    /** Chooses the orders to meet; contras have been met where sign × price in half units is not above {@code newMetKey}. */
    void face(Side side, boolean ofStudy, long newMetKey) {
        study = studyFacing(side, ofStudy);
        contras = contrasFacing(side, ofStudy);
        sign = side.sign();
        metKey = ofStudy ? newMetKey : OrderTerms.NO_PRICE;
    }

    BookSide study() {
        return study;
    }

    /** The contras to meet whatever the price. */
    BookSide contras() {
        return contras;
    }

    /** The contras to meet at a price in half units. */
    BookSide contras(long price2) {
        return sign * price2 > metKey ? contras : null;
    }
}
