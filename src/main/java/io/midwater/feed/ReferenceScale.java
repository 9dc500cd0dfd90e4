package io.midwater.feed;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The price scale that a reference row implies, and the band of prices that can confirm it.
 *
 * <p>The exchange's price is an integer of {@code DecimalsInPrice} decimals, in the first or second unit of the currency
 * (Direct Drop specification, reference data): 3390 with one decimal, in cents, 100 of which are a dollar, is A$3.390, and
 * 10¹ × 100 = 1000 price units are a dollar. Where the files carry decimals of their own ({@code input.price-decimals}),
 * these are the ones that a stored price has, whatever {@code DecimalsInPrice} says of the exchange's integer.
 *
 * @param scale stored price units per first unit of the currency
 * @param lower lowest price that is believed, in the first unit; null without a band
 * @param upper highest price that is believed; null without a band
 */
public record ReferenceScale(long scale, BigDecimal lower, BigDecimal upper) implements Serializable {
    private static final int MOST_DECIMALS = 9;
    private static final long MOST_SCALE = 1_000_000_000L;
    private static final long SECOND_UNIT = 2;
    /**
     * No exchange's rule: wide enough for any day, narrow enough to tell scales that are ten apart.
     */
    private static final BigDecimal BAND = BigDecimal.valueOf(2);

    /**
     * @param priceDecimals decimals that prices have in the files
     * @return null where the row implies no scale: its columns are empty or no possible values
     */
    public static ReferenceScale of(ReferenceRow row, int priceDecimals) {
        boolean cents = row.currencyUnit() != null && row.currencyUnit() == SECOND_UNIT;
        Long decimals = priceDecimals == 0 ? row.decimalsInPrice() : Long.valueOf(priceDecimals);
        Long relation = cents ? row.currencyRelation() : Long.valueOf(1);
        if (priceDecimals != 0 && row.currencyUnit() == null
                || decimals == null
                || decimals < 0
                || decimals > MOST_DECIMALS
                || relation == null
                || relation <= 0) {
            return null;
        }
        BigDecimal scale = BigDecimal.valueOf(relation).scaleByPowerOfTen(decimals.intValue());
        if (scale.compareTo(BigDecimal.valueOf(MOST_SCALE)) > 0) {
            return null;
        }
        BigDecimal reference = row.referencePrice();
        BigDecimal lower = row.priceLimitLower();
        BigDecimal upper = row.priceLimitUpper();
        if (reference != null) {
            lower = lower == null ? reference.multiply(BigDecimal.ONE.divide(BAND)) : lower;
            upper = upper == null ? reference.multiply(BAND) : upper;
        }
        boolean band = lower != null && upper != null;
        return new ReferenceScale(scale.longValueExact(), band ? lower : null, band ? upper : null);
    }

    public boolean hasBand() {
        return lower != null;
    }

    /** True where a price lies in the band at this row's scale, and outside of it at the other scale. */
    public boolean confirmedBy(long price, long otherScale) {
        return hasBand() && holds(price, scale) && !holds(price, otherScale);
    }

    /** Compared as price against limit × scale, so that nothing is divided. */
    private boolean holds(long price, long units) {
        BigDecimal stored = BigDecimal.valueOf(price);
        BigDecimal factor = BigDecimal.valueOf(units);
        return stored.compareTo(lower.multiply(factor)) >= 0 && stored.compareTo(upper.multiply(factor)) <= 0;
    }

    /** What the row says, for people and for comparison: "100, prices 1.695 to 6.78". */
    public String text() {
        return scale + (hasBand() ? ", prices " + plain(lower) + " to " + plain(upper) : ", no band of prices");
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
