package io.midwater.generator;

/** Change reasons that the market uses (Direct Drop specification), and the order states that go with them. */
final class Reason {
    static final int CANCELLED_BY_USER = 1;
    static final int TRADED = 3;
    static final int INACTIVATED = 4;
    static final int UPDATED = 5;
    static final int NEW = 6;
    static final int CANCELLED_BY_SYSTEM = 9;
    static final int CANCELLED_ON_BEHALF = 10;
    static final int PRICE_LIMIT_CANCEL = 15;
    static final int PURGED_REST_OF_DAY = 24;
    static final int PURGED_EXPIRED = 26;
    static final int RELOADED = 30;
    static final int SWEEP_RELOADED = 50;

    static final int ON_BOOK = 1;
    static final int NOT_ON_BOOK = 2;
    static final int INACTIVE_STATUS = 4;

    private Reason() {}
}
