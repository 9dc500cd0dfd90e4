package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDoubleTest {
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1.5, -1.5",
        "0.1, 0.1",
        "0.3333333333333333, 0.3333333333333333",
        "33905, 33905.0",
        "123456789012345680, 1.2345678901234568E17",
        "12345678901234567, 12345678901234568.0",
        "1e16, 10000000000000000.0",
        "1e17, 1.0E17",
        "2e-3, 0.002",
        "1e-7, 0.0000001",
        "1.25e-7, 0.000000125",
        "1e-8, 1.0E-8",
        "-2.5e-300, -2.5E-300",
        "2e23, 2.0E23",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "4.9e-324, 4.9E-324",
        "1e23, 1.0E23",
        "9007199254740993, 9007199254740992.0",
    })
    void knownTexts(double value, String text) {
        assertThat(text(value)).isEqualTo(text);
    }

    @Property(tries = 20_000)
    void theTextIsTheShortestAndNearestThatReadsBack(@ForAll("doubles") double value) {
        String text = text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        assertThat(text.length()).isLessThanOrEqualTo(ShortestDouble.LONGEST);
        BigDecimal written = new BigDecimal(text).stripTrailingZeros();
        if (value == 0) {
            return;
        }
        BigDecimal exact = new BigDecimal(value);
        int digits = written.precision();
        // One digit less, however rounded, no longer reads back. Two digits are always allowed.
        if (digits > 2) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
                BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
                assertThat(shorter.doubleValue()).isNotEqualTo(value);
            }
        }
        // Nothing of the same length that reads back is nearer.
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
            BigDecimal rival = exact.round(new MathContext(Math.max(digits, 2), mode));
            if (rival.doubleValue() == value) {
                assertThat(written.subtract(exact).abs())
                        .isLessThanOrEqualTo(rival.subtract(exact).abs());
            }
        }
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.doubles().between(-1e6, 1e6),
                Arbitraries.integers().between(-1074, 1023).map(power -> Math.scalb(1.0, power)),
                Arbitraries.longs().between(0, 1000).map(Double::longBitsToDouble),
                Arbitraries.integers().between(1, 100_000).map(i -> i / 1000.0),
                Arbitraries.integers().between(1, 1_000_000).map(i -> 1e4 * i / 33_905.0));
    }

    @Test
    void infinityHasNoText() {
        assertThatThrownBy(() -> text(Double.POSITIVE_INFINITY)).hasMessage("a double must be finite, was Infinity");
    }

    private static String text(double value) {
        byte[] bytes = new byte[ShortestDouble.LONGEST + 1];
        return new String(bytes, 1, new ShortestDouble().write(value, bytes, 1) - 1, StandardCharsets.US_ASCII);
    }
}
