package io.midwater.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowOriginsTest {
    private static final RowOrigins TWO =
            new RowOrigins(List.of(new RowOrigins.Share(3, 120, 0, 0), new RowOrigins.Share(7, 55, 2, 1)));

    @Test
    void textIsShortAndReadBack() {
        assertThat(TWO.text()).isEqualTo("3:120 7:55:2:1");
        assertThat(RowOrigins.parse("3:120 7:55:2:1")).isEqualTo(TWO);
        assertThat(RowOrigins.parse("")).isEqualTo(RowOrigins.NONE);
        assertThat(RowOrigins.NONE.text()).isEmpty();
        assertThatThrownBy(() -> RowOrigins.parse("3:1:2"))
                .hasMessage("a share is file:rows or file:rows:duplicates:rejected, was 3:1:2");
    }

    @Test
    void filesCanBeTakenOut() {
        assertThat(TWO.without(Set.of(7)).text()).isEqualTo("3:120");
        assertThat(TWO.without(Set.of(3, 7)).isEmpty()).isTrue();
    }
}
