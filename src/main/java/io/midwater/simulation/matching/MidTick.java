package io.midwater.simulation.matching;

/**
 * The mid-tick instruction of a Centre Point order (Direct Drop specification; ASX Trade Introduction and Business Information,
 * sections 24.1 and 24.4). It moves the order's limit or widens the prices it may trade at; it never moves a trade's price away
 * from the midpoint.
 */
public enum MidTick {
    UNDEFINED(false, false, false),
    /** The limit reaches half a tick further. */
    MID_TICK(true, false, false),
    NO(false, false, false),
    /** May also trade on tick strictly inside the best prices, with another dark limit. */
    DARK_LIMIT(false, true, false),
    DARK_LIMIT_MID_TICK(true, true, false),
    /** May also trade at its limit at or outside the best prices, with another block. */
    ANY_PRICE_BLOCK(false, true, true),
    ANY_PRICE_BLOCK_MID_TICK(true, true, true);

    private static final MidTick[] BY_CODE = values();

    private final boolean halfTick;
    private final boolean darkLimit;
    private final boolean anyPriceBlock;

    MidTick(boolean halfTick, boolean darkLimit, boolean anyPriceBlock) {
        this.halfTick = halfTick;
        this.darkLimit = darkLimit;
        this.anyPriceBlock = anyPriceBlock;
    }

    /** The limit moves by half a tick towards the other side. */
    public boolean halfTick() {
        return halfTick;
    }

    /** The order also trades at on-tick prices strictly inside the best prices. */
    public boolean darkLimit() {
        return darkLimit;
    }

    /** The order also trades at its limit at or outside the best prices. */
    public boolean anyPriceBlock() {
        return anyPriceBlock;
    }

    /** The instruction of the feed's code 0 to 6; a code the specification does not list is {@link #UNDEFINED}. */
    public static MidTick ofCode(long code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[(int) code] : UNDEFINED;
    }
}
