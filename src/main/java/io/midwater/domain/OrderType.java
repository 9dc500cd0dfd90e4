package io.midwater.domain;

/** The codes of {@code ordertype} that decide something (Direct Drop specification, order message). */
public final class OrderType {
    public static final int UNDEFINED = 0;
    public static final int LIMIT = 1;
    public static final int MARKET = 2;
    public static final int MARKET_TO_LIMIT = 3;
    public static final int PASSIVE = 4;

    private OrderType() {}
}
