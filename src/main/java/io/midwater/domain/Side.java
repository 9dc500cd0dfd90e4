package io.midwater.domain;

/** Buy or sell. */
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** +1 for a buy, −1 for a sell: every cost and limit is written once and multiplied by it. */
    public int sign() {
        return sign;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** The feed's code: 1 buy, 2 sell. */
    public static Side ofCode(long code) {
        if (code == 1) {
            return BUY;
        }
        if (code == 2) {
            return SELL;
        }
        throw new IllegalArgumentException("side must be 1 or 2, was " + code);
    }
}
