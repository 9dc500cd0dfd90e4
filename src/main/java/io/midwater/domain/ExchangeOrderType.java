package io.midwater.domain;

/** The bits of {@code exchangeordertype} (Direct Drop specification, order message). Always test bits, never equality. */
public final class ExchangeOrderType {
    public static final int SHORT_SELL = 2;
    public static final int CENTRE_POINT = 64;
    public static final int CENTRE_POINT_CROSSING = 256;
    public static final int SWEEP = 2048;
    public static final int BLOCK = 4096;

    private ExchangeOrderType() {}

    public static boolean isSweep(int mask) {
        return (mask & SWEEP) != 0;
    }

    public static boolean isBlock(int mask) {
        return (mask & BLOCK) != 0;
    }

    public static boolean isShortSell(int mask) {
        return (mask & SHORT_SELL) != 0;
    }

    /** True for every order that can trade in Centre Point, sweeps among them. */
    public static boolean isCentrePoint(int mask) {
        return (mask & (CENTRE_POINT | CENTRE_POINT_CROSSING | SWEEP | BLOCK)) != 0;
    }
}
