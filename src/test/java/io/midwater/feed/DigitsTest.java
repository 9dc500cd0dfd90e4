package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    /** The value of the digits in the middle of a line of others. */
    private static long value(String digits) {
        byte[] line = ("777," + digits + ",77777777777777777777777777777777").getBytes(StandardCharsets.US_ASCII);
        return Digits.value(line, 4, digits.length());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "10, 10",
        "0000007, 7",
        "12345678, 12345678",
        "123456789, 123456789",
        "1234567890123456, 1234567890123456",
        "12345678901234567, 12345678901234567",
        "1725497251000000000, 1725497251000000000",
        "9223372036854775807, 9223372036854775807"
    })
    void plainDigitsAreTheirValue(String digits, long value) {
        assertThat(value(digits)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-1",
                " 1",
                "1 ",
                "+12",
                "1.5",
                "1234:678",
                "1234/678",
                "12345678x",
                "x2345678901234567",
                "9223372036854775808",
                "9999999999999999999",
                "00000000000000000001"
            })
    void everythingElseIsNone(String digits) {
        assertThat(value(digits)).isEqualTo(-1);
    }
}
