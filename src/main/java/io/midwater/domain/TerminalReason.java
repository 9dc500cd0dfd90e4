package io.midwater.domain;

/** Why an order's life on a business date ended. */
public enum TerminalReason {
    FILLED,
    CANCELLED_USER,
    CANCELLED_SYSTEM,
    /** The rest of a fill-and-kill or fill-or-kill order. */
    IOC_REMAINDER,
    PURGED,
    INACTIVE,
    /** Still on the book. */
    OPEN,
    /** A code unknown to this version. */
    OTHER;

    /** True where what was left was taken back, by whomever. */
    public boolean cancelled() {
        return switch (this) {
            case CANCELLED_USER, CANCELLED_SYSTEM, IOC_REMAINDER -> true;
            case FILLED, PURGED, INACTIVE, OPEN, OTHER -> false;
        };
    }

    /** What a change reason says of the end of an order that was not filled; null where it says nothing. */
    public static TerminalReason ofChange(int reason) {
        return switch (reason) {
            case ChangeReason.CANCELLED_BY_TRADER, ChangeReason.CANCELLED_ON_BEHALF -> CANCELLED_USER;
            case ChangeReason.CANCELLED_BY_SYSTEM,
                    ChangeReason.CANCELLED_BY_PRICE_LIMIT,
                    ChangeReason.CANCELLED_BY_HALT,
                    ChangeReason.CANCELLED_AFTER_OPENING_AUCTION,
                    ChangeReason.INTERNALLY_CROSSED,
                    ChangeReason.BAD_CLEARING_ID,
                    ChangeReason.CONNECTION_LOST -> CANCELLED_SYSTEM;
            case ChangeReason.LAST_TRADING_DAY,
                    ChangeReason.CORPORATE_ACTION,
                    ChangeReason.PURGED_AFTER_DAY,
                    ChangeReason.EXPIRED,
                    ChangeReason.TOO_FAR_FROM_MARKET -> PURGED;
            case ChangeReason.INACTIVATED_ON_DISCONNECT,
                    ChangeReason.INACTIVATED_BY_SESSION,
                    ChangeReason.DELISTED,
                    ChangeReason.NEW_INACTIVE,
                    ChangeReason.OUTSIDE_LIMITS,
                    ChangeReason.SESSION_INACTIVATED,
                    ChangeReason.VOLUME_MATCH_INACTIVATED -> INACTIVE;
            default -> null;
        };
    }
}
