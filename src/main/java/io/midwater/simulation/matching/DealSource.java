package io.midwater.simulation.matching;

/**
 * How the exchange books a Centre Point match. Codes: Direct Drop specification, deal source of a trade; meaning: ASX Trade
 * Introduction and Business Information, sections 23 and 24.10.
 */
public enum DealSource {
    /** Own orders of a participant that opted in to preferencing, met first. */
    PREFERENCE(46),
    /** An ordinary Centre Point match. */
    CENTRE_POINT(47),
    /** Same participant and same crossing key: executed, but booked without trade statistics. */
    BOOKING(48),
    /** One side trades with its own participant only. */
    PREFERENCE_ONLY(49),
    /** Two any-price blocks at or outside the best prices. */
    BLOCK(50),
    /** Preferenced block. */
    BLOCK_PREFERENCE(51),
    /** Preference-only block. */
    BLOCK_PREFERENCE_ONLY(52);

    private final int code;

    DealSource(int code) {
        this.code = code;
    }

    /** The feed's code. */
    public int code() {
        return code;
    }

    /** The booking of one pair: crossing keys win, then preference, then the ordinary match. */
    static DealSource of(boolean booked, boolean preferenceOnly, boolean preferenced, boolean block) {
        if (booked) {
            return BOOKING;
        }
        if (preferenceOnly) {
            return block ? BLOCK_PREFERENCE_ONLY : PREFERENCE_ONLY;
        }
        if (preferenced) {
            return block ? BLOCK_PREFERENCE : PREFERENCE;
        }
        return block ? BLOCK : CENTRE_POINT;
    }
}
