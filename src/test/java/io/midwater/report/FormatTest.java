package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    private static final double SECOND = 1e9;

    @Test
    void countsHaveSeparatorsAndARealMinus() {
        assertThat(Format.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Format.count(-1_000)).isEqualTo("\u22121,000");
    }

    @Test
    void bpsHaveTwoDecimalsAndARoundedZeroHasNoSign() {
        assertThat(Format.bps(-12.345)).isEqualTo("\u221212.35");
        assertThat(Format.bps(-0.001)).isEqualTo("0.00");
    }

    @Test
    void whatBelongsTogetherStaysOnOneLine() {
        assertThat(Format.together("bps, + = cost; 95 %: 1 to 2"))
                .isEqualTo("bps, +\u00a0=\u00a0cost; 95\u00a0%: 1 to 2");
    }

    @Test
    void sharesBecomePercent() {
        assertThat(Format.percent(0.14344)).isEqualTo("14.34 %");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.0000005, 0.5 µs",
        "0.0021, 2.1 ms",
        "0.35, 350 ms",
        "12.34, 12.3 s",
        "59.9999, 60.0 s",
        "772.2, 12 min 52 s",
        "4800, 1 h 20 min"
    })
    void durationsChooseTheirUnit(double seconds, String text) {
        assertThat(Format.duration(seconds * SECOND)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "734.25, 734", "12345, 12.3 k", "-3520000, \u22123.52 m", "410000000, 410 m", "999.6, '1,000'"})
    void largeNumbersAreShort(double value, String text) {
        assertThat(Format.compact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "29046079, 27.7 MiB"})
    void bytesChooseTheirUnit(long bytes, String text) {
        assertThat(Format.bytes(bytes).replace(",", "")).isEqualTo(text);
    }

    @Test
    void probabilitiesBelowAThousandthAreNotShownAsZero() {
        assertThat(Format.probability(1e-17)).isEqualTo("< 0.001");
        assertThat(Format.probability(0.04321)).isEqualTo("0.043");
    }

    @Test
    void foreignTextShowsWhatWouldControlTheReader() {
        assertThat(Format.foreign("a\u0000b\u202egpj.exe\nc\u2028d"))
                .isEqualTo("a⟨U+0000⟩b⟨U+202E⟩gpj.exe⟨U+000A⟩c⟨U+2028⟩d");
    }

    @Test
    void foreignTextKeepsItsScript() {
        assertThat(Format.foreign("שלום 東京 é")).isEqualTo("שלום 東京 é");
    }

    @Test
    void foreignTextIsCut() {
        assertThat(Format.foreign("x".repeat(201))).isEqualTo("x".repeat(200) + " …");
        assertThat(Format.foreign("x".repeat(200))).isEqualTo("x".repeat(200));
    }
}
