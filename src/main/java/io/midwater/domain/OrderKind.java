package io.midwater.domain;

/** What an order is, by the first rule that holds. */
public enum OrderKind {
    SWEEP,
    CP_BLOCK,
    CP_CROSSING,
    CP_LIMIT,
    CP_MARKET,
    LIT;

    /**
     * @param mask the {@code exchangeordertype} bits
     * @param market without a limit: {@link OrderEvents#market}
     */
    public static OrderKind of(int mask, boolean market) {
        if (ExchangeOrderType.isSweep(mask)) {
            return SWEEP;
        }
        if (ExchangeOrderType.isBlock(mask)) {
            return CP_BLOCK;
        }
        if ((mask & ExchangeOrderType.CENTRE_POINT_CROSSING) != 0) {
            return CP_CROSSING;
        }
        if ((mask & ExchangeOrderType.CENTRE_POINT) != 0) {
            return market ? CP_MARKET : CP_LIMIT;
        }
        return LIT;
    }

    public boolean centrePoint() {
        return this != LIT;
    }

    /** True for what may trade in the lit book and its auctions; sweeps live in both books. */
    public boolean inLitBook() {
        return this == LIT || this == SWEEP;
    }
}
