package io.midwater.domain;

/** The codes of {@code changereason} that decide something (Direct Drop specification; business information, 19.1). */
public final class ChangeReason {
    public static final int CANCELLED_BY_TRADER = 1;
    public static final int TRADED = 3;
    public static final int INACTIVATED_ON_DISCONNECT = 4;
    public static final int UPDATED = 5;
    public static final int NEW = 6;
    public static final int REPRICED_IN_AUCTION = 7;
    public static final int MARKET_TO_LIMIT = 8;
    public static final int CANCELLED_BY_SYSTEM = 9;
    public static final int CANCELLED_ON_BEHALF = 10;
    public static final int TRIGGERED = 12;
    public static final int ICEBERG_REFRESHED = 13;
    public static final int CANCELLED_BY_PRICE_LIMIT = 15;
    public static final int LAST_TRADING_DAY = 19;
    public static final int CANCELLED_BY_HALT = 20;
    public static final int INACTIVATED_BY_SESSION = 21;
    public static final int CORPORATE_ACTION = 23;
    public static final int PURGED_AFTER_DAY = 24;
    public static final int DELISTED = 25;
    public static final int EXPIRED = 26;
    public static final int TOO_FAR_FROM_MARKET = 27;
    public static final int NEW_INACTIVE = 29;
    public static final int RELOADED = 30;
    public static final int RELOADED_INTRADAY = 31;
    public static final int CANCELLED_AFTER_OPENING_AUCTION = 34;
    public static final int OUTSIDE_LIMITS = 35;
    public static final int REACTIVATED = 36;
    public static final int SESSION_TRIGGERED = 37;
    public static final int SESSION_INACTIVATED = 38;
    public static final int DISCLOSED = 39;
    public static final int VOLUME_MATCH_INACTIVATED = 40;
    public static final int INTERNALLY_CROSSED = 43;
    public static final int SWEEP_RELOADED = 50;
    public static final int BAD_CLEARING_ID = 51;
    public static final int CONNECTION_LOST = 100;

    private ChangeReason() {}

    public static boolean isNew(int code) {
        return code == NEW || code == NEW_INACTIVE;
    }

    /** True for reloads of any kind. */
    public static boolean isReload(int code) {
        return code == RELOADED || code == RELOADED_INTRADAY || code == SWEEP_RELOADED;
    }

    /** True where the order goes to the back of the book whatever else changed. */
    public static boolean isReplacement(int code) {
        return switch (code) {
            case REPRICED_IN_AUCTION, MARKET_TO_LIMIT, TRIGGERED, REACTIVATED, SESSION_TRIGGERED, DISCLOSED -> true;
            default -> false;
        };
    }
}
