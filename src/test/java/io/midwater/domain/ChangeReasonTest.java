package io.midwater.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeReasonTest {
    /** Re-priced in an auction, converted to a limit, triggered, reactivated, triggered by a session, disclosed. */
    @Test
    void codesThatPutAnOrderToTheBack() {
        assertThat(IntStream.range(-1, 256).filter(ChangeReason::isReplacement)).containsExactly(7, 8, 12, 36, 37, 39);
    }

    @Test
    void codesOfReloads() {
        assertThat(IntStream.range(-1, 256).filter(ChangeReason::isReload)).containsExactly(30, 31, 50);
    }
}
