package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReferenceScaleTest {
    private static ReferenceRow row(Long unit, Long relation, Long decimals) {
        return row(unit, relation, decimals, null, null, null);
    }

    private static ReferenceRow row(
            Long unit, Long relation, Long decimals, String lower, String upper, String reference) {
        return new ReferenceRow(
                7, "CBA", "AUD", unit, relation, decimals, 0L, null, amount(lower), amount(upper), amount(reference));
    }

    private static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static long scale(ReferenceRow row, int priceDecimals) {
        return ReferenceScale.of(row, priceDecimals).scale();
    }

    /** 3390 with one decimal is 339.0 cents, A$3.39: 3390 / 3.39 = 1000. */
    @Test
    void centsWithADecimalAreThousandthsOfADollar() {
        assertThat(scale(row(2L, 100L, 1L), 0)).isEqualTo(1000);
        // Three decimals in dollars are the same, two make the 3390 of the exchange's sample $33.90.
        assertThat(scale(row(1L, 100L, 3L), 0)).isEqualTo(1000);
        assertThat(scale(row(1L, 100L, 2L), 0)).isEqualTo(100);
        assertThat(scale(row(null, null, 2L), 0)).isEqualTo(100);
        assertThat(scale(row(2L, 1000L, 0L), 0)).isEqualTo(1000);
    }

    /** "33.90" of two decimals is stored as 3390: 100 to the dollar; "339.00" cents as 33900: 10,000 to the dollar. */
    @Test
    void decimalsOfTheFilesTakeThePlaceOfTheExchanges() {
        assertThat(scale(row(1L, 100L, 3L), 2)).isEqualTo(100);
        assertThat(scale(row(2L, 100L, 1L), 2)).isEqualTo(10_000);
        assertThat(ReferenceScale.of(row(null, 100L, 1L), 2)).isNull();
    }

    @Test
    void impossibleOrMissingValuesImplyNothing() {
        assertThat(ReferenceScale.of(row(1L, 100L, null), 0)).isNull();
        assertThat(ReferenceScale.of(row(2L, null, 1L), 0)).isNull();
        assertThat(ReferenceScale.of(row(2L, 0L, 1L), 0)).isNull();
        assertThat(ReferenceScale.of(row(1L, 1L, -1L), 0)).isNull();
        assertThat(ReferenceScale.of(row(1L, 1L, 10L), 0)).isNull();
        assertThat(ReferenceScale.of(row(2L, 100L, 9L), 0)).isNull();
        assertThat(scale(row(1L, 1L, 9L), 0)).isEqualTo(1_000_000_000);
    }

    /** 3390 at 100 to the dollar is $33.90, at 1000 $3.39. */
    @Test
    void theLimitsOfTheDayTellTheScalesApart() {
        ReferenceScale limits = ReferenceScale.of(row(1L, null, 2L, "30.5", "37.30", null), 0);

        assertThat(limits.confirmedBy(3390, 1000)).isTrue();
        assertThat(limits.confirmedBy(3050, 1000)).isTrue();
        assertThat(limits.confirmedBy(3049, 1000)).isFalse();
        assertThat(limits.confirmedBy(3730, 1000)).isTrue();
        assertThat(limits.confirmedBy(3731, 1000)).isFalse();
        assertThat(limits.text()).isEqualTo("100, prices 30.5 to 37.3");
    }

    /** Around $33.90: from $16.95 to $67.80. */
    @Test
    void theReferencePriceMakesABandFromHalfToDouble() {
        ReferenceScale band = ReferenceScale.of(row(1L, null, 2L, null, null, "33.90"), 0);

        assertThat(band.text()).isEqualTo("100, prices 16.95 to 67.8");
        assertThat(band.confirmedBy(1695, 1000)).isTrue();
        assertThat(band.confirmedBy(1694, 1000)).isFalse();
        assertThat(band.confirmedBy(6780, 1000)).isTrue();
        assertThat(band.confirmedBy(6781, 1000)).isFalse();
        // One limit alone takes the other side from the reference price.
        assertThat(ReferenceScale.of(row(1L, null, 2L, "30", null, "33.90"), 0).text())
                .isEqualTo("100, prices 30 to 67.8");
    }

    /** $3.39 and $33.90 both lie between $1 and $100. */
    @Test
    void aBandThatHoldsBothConfirmsNeither() {
        assertThat(ReferenceScale.of(row(1L, null, 2L, "1", "100", null), 0).confirmedBy(3390, 1000))
                .isFalse();
    }

    @Test
    void withoutABandNothingIsConfirmed() {
        ReferenceScale none = ReferenceScale.of(row(1L, null, 2L, "30", null, null), 0);

        assertThat(none.confirmedBy(3390, 1000)).isFalse();
        assertThat(none.text()).isEqualTo("100, no band of prices");
    }
}
