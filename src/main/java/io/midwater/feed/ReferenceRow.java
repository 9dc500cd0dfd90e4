package io.midwater.feed;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a reference file says about one order book from one date on. Null where the file says nothing.
 *
 * @param currencyUnit 1 for the currency's first unit (dollars), 2 for the second (cents)
 * @param currencyRelation second units per first unit
 * @param tickSize in input price units
 * @param priceLimitLower lowest price of the day, in the currency's first unit
 * @param priceLimitUpper highest price of the day, in the currency's first unit
 * @param referencePrice the price that the day starts from, in the currency's first unit
 */
public record ReferenceRow(
        long id,
        String name,
        String currency,
        Long currencyUnit,
        Long currencyRelation,
        Long decimalsInPrice,
        Long decimalsInQuantity,
        Long tickSize,
        BigDecimal priceLimitLower,
        BigDecimal priceLimitUpper,
        BigDecimal referencePrice)
        implements Serializable {}
