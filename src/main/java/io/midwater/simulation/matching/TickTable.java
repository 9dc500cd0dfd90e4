package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.Arrays;

/**
 * The price steps of a security in price units: bands of prices, each with its tick. A band's upper bound belongs to both of
 * its neighbours, so the tick there depends on the direction.
 */
public final class TickTable {
    /**
     * ASX equities in tenths of a cent: 1 up to 100, 5 up to 2000, 10 above (ASX Trade Introduction and Business Information,
     * section 12).
     */
    public static final TickTable ASX_EQUITIES = new TickTable(new long[] {100, 2000}, new long[] {1, 5, 10});

    private static final long TENTHS_OF_CENTS = 1000;
    private static final long CENTS = 100;

    private final long[] bounds;
    private final long[] ticks;

    /**
     * @param bounds prices where the tick changes, ascending, each a whole number of ticks above the one before
     * @param ticks the tick below the first bound, between the bounds, and above the last
     */
    public TickTable(long[] bounds, long[] ticks) {
        if (ticks.length != bounds.length + 1) {
            throw new IllegalArgumentException(
                    bounds.length + " bounds need " + (bounds.length + 1) + " ticks, were " + ticks.length);
        }
        for (int band = 0; band < ticks.length; band++) {
            if (ticks[band] <= 0) {
                throw new IllegalArgumentException("tick must be positive, was " + ticks[band]);
            }
            if (band < bounds.length) {
                long width = bounds[band] - (band == 0 ? 0 : bounds[band - 1]);
                if (width <= 0 || width % ticks[band] != 0) {
                    throw new IllegalArgumentException("bound " + bounds[band] + " is not a whole number of ticks of "
                            + ticks[band] + " above the one before");
                }
            }
        }
        this.bounds = bounds.clone();
        this.ticks = ticks.clone();
    }

    /**
     * {@link #ASX_EQUITIES} in other price units: exact where a unit is a tenth of a cent or a part of it. In coarser units the
     * smaller ticks do not exist; the tick is one cent, or one unit where that is more.
     *
     * @param priceScale price units per dollar
     */
    public static TickTable asxEquities(long priceScale) {
        if (priceScale % TENTHS_OF_CENTS != 0) {
            return uniform(Math.max(1, priceScale / CENTS));
        }
        long factor = priceScale / TENTHS_OF_CENTS;
        if (factor == 1) {
            return ASX_EQUITIES;
        }
        long[] bounds = ASX_EQUITIES.bounds.clone();
        long[] ticks = ASX_EQUITIES.ticks.clone();
        Arrays.setAll(bounds, i -> bounds[i] * factor);
        Arrays.setAll(ticks, i -> ticks[i] * factor);
        return new TickTable(bounds, ticks);
    }

    /** One tick at every price. */
    public static TickTable uniform(long tick) {
        return new TickTable(new long[0], new long[] {tick});
    }

    /** The tick from a price towards the other side: up for a buy, down for a sell. */
    public long tick(Side side, long price) {
        return ticks[side == Side.BUY ? bandAbove(price) : bandBelow(price)];
    }

    /** The highest price on tick that is not above the given one. */
    public long floor(long price) {
        int band = bandAbove(price);
        long base = base(band);
        return base + Math.floorDiv(price - base, ticks[band]) * ticks[band];
    }

    /** The lowest price on tick that is not below the given one. */
    public long ceiling(long price) {
        int band = bandBelow(price);
        long base = base(band);
        return base - Math.floorDiv(base - price, ticks[band]) * ticks[band];
    }

    /**
     * The price an order accepts in half units: twice its limit, moved by half a tick where the instruction says so; at a price
     * where the tick changes, the tick is that of the side the limit moves to.
     */
    public long limit2(Side side, long limit, MidTick midTick) {
        return 2 * limit + (midTick.halfTick() ? side.sign() * tick(side, limit) : 0);
    }

    private long base(int band) {
        return band == 0 ? 0 : bounds[band - 1];
    }

    private int bandAbove(long price) {
        int band = 0;
        while (band < bounds.length && price >= bounds[band]) {
            band++;
        }
        return band;
    }

    private int bandBelow(long price) {
        int band = 0;
        while (band < bounds.length && price > bounds[band]) {
            band++;
        }
        return band;
    }
}
