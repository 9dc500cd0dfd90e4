package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever was read before, security codes and timestamps have the value of their digits. */
class CacheTest {
    private static final List<String> SECURITIES = List.of(
            "7", "07", "70", "110026", "110027", "1100260", "\u000026", "26", "26\u0000", "1", "1\u0000", "", "x1");
    private static final List<String> TIMES = List.of(
            "1725235200000000767",
            "1725235200002133231",
            "1725235200102133231",
            "9223372036854775807",
            "9223372036854775806",
            "9223372036854775808",
            "172523520000000076",
            "17252352000000007670",
            "0000000000000000767",
            "1725235200a00000767",
            "172523520000000076x",
            "");

    private final SecurityCache securities = new SecurityCache();
    private final TimestampCache timestamps = new TimestampCache();

    @Test
    void everyTextBehindEveryOther() {
        for (String first : SECURITIES) {
            for (String second : SECURITIES) {
                assertSecurity(first);
                assertSecurity(second);
            }
        }
        for (String first : TIMES) {
            for (String second : TIMES) {
                assertTimestamp(first);
                assertTimestamp(second);
            }
        }
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertSecurity("\u0000");
        assertTimestamp("\u0000".repeat(11) + "00000008");
        assertTimestamp("\u00ff".repeat(11) + "00000008");
    }

    @Property(tries = 200)
    void anySequence(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            assertSecurity(damaged(random, Integer.toString(random.nextInt(2_000_000))));
            assertTimestamp(damaged(random, Long.toString(1_725_235_200_000_000_000L + random.nextInt(400_000_000))));
        }
    }

    private static String damaged(Random random, String digits) {
        if (random.nextInt(4) > 0) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        text.setCharAt(random.nextInt(digits.length()), (char) random.nextInt(256));
        return text.toString();
    }

    private void assertSecurity(String text) {
        byte[] line = line(text);
        assertThat(securities.value(line, 4, text.length())).as(text).isEqualTo(Digits.value(line, 4, text.length()));
    }

    private void assertTimestamp(String text) {
        byte[] line = line(text);
        assertThat(timestamps.value(line, 4, text.length())).as(text).isEqualTo(Digits.value(line, 4, text.length()));
    }

    private static byte[] line(String text) {
        return ("777," + text + ",77777777777777777777777777777777").getBytes(StandardCharsets.ISO_8859_1);
    }
}
