package io.midwater.domain;

/** The codes of {@code changereason} that decide something (Direct Drop specification; business information, 19.1). */
public final class ChangeReason {
    public static final int CANCELLED_BY_TRADER = 1;
    public static final int TRADED = 3;
    public static final int UPDATED = 5;
    public static final int NEW = 6;
    public static final int NEW_INACTIVE = 29;
    public static final int RELOADED = 30;
    public static final int RELOADED_INTRADAY = 31;
    public static final int SWEEP_RELOADED = 50;

    private ChangeReason() {}

    public static boolean isNew(int code) {
        return code == NEW || code == NEW_INACTIVE;
    }

    /** True for reloads of any kind. */
    public static boolean isReload(int code) {
        return code == RELOADED || code == RELOADED_INTRADAY || code == SWEEP_RELOADED;
    }
}
