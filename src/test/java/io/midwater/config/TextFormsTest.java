package io.midwater.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "50ms,50000000,50ms",
        "60s,60000000000,1m",
        "7 US,7000,7us",
        "3ns,3,3ns",
        "24h,86400000000000,1d"
    })
    void durations(String text, long ns, String canonical) {
        assertThat(DurationText.parse(text)).isEqualTo(ns);
        assertThat(DurationText.format(ns)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1s", "1.5s", "1 fortnight"})
    void durationsNeedAUnit(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .hasMessage("must be a whole number with a unit (ns, us, ms, s, m, h, d), such as 50ms, was '" + text
                        + "'");
    }

    @Test
    void durationsEndAt292Years() {
        assertThatThrownBy(() -> DurationText.parse("200000d")).hasMessage("is too long, was '200000d'");
    }

    @ParameterizedTest
    // 2 × 1024³ = 2147483648.
    @CsvSource({
        "17,17,17 B",
        "64k,65536,64.0 KiB",
        "2g,2147483648,2.0 GiB",
        "1 MiB,1048576,1.0 MiB",
        "1536kb,1572864,1.5 MiB"
    })
    void sizes(String text, long bytes, String forPeople) {
        assertThat(ByteSize.parse(text)).isEqualTo(bytes);
        assertThat(ByteSize.format(bytes)).isEqualTo(forPeople);
    }

    @Test
    void sizesAreRefusedByName() {
        assertThatThrownBy(() -> ByteSize.parse("big")).hasMessage("must be a size such as 64k, 1m or 2g, was 'big'");
        assertThatThrownBy(() -> ByteSize.parse("99999999999t")).hasMessage("is too large, was '99999999999t'");
    }

    @ParameterizedTest
    // kitten → sitting: two letters changed, one added.
    @CsvSource({"kitten,sitting,3", "path,path,0", "pth,path,1", "'',abc,3"})
    void spelling(String left, String right, int distance) {
        assertThat(Spelling.distance(left, right)).isEqualTo(distance);
    }
}
