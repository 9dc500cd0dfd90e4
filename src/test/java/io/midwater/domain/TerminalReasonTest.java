package io.midwater.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalReasonTest {
    /** Codes as the specification lists them. */
    @ParameterizedTest
    @CsvSource({
        "CANCELLED_USER, 1 10",
        "CANCELLED_SYSTEM, 9 15 20 34 43 51 100",
        "PURGED, 19 23 24 26 27",
        "INACTIVE, 4 21 25 29 35 38 40"
    })
    void changeReasonsNameAnEnd(TerminalReason end, String codes) {
        assertThat(IntStream.range(-1, 256).filter(code -> TerminalReason.ofChange(code) == end))
                .containsExactlyElementsOf(
                        Arrays.stream(codes.split(" ")).map(Integer::valueOf).toList());
    }
}
