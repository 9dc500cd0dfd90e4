package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static final long MIB = 1 << 20;

    @Test
    void piecesGrowWithTheInputBetweenTwoBounds() {
        assertThat(Splits.largest(List.of(quotes(0, 3 * MIB)))).isEqualTo(16 * MIB);
        assertThat(Splits.largest(List.of(quotes(0, 2_048 * MIB), quotes(1, 2_048 * MIB))))
                .isEqualTo(64 * MIB);
        assertThat(Splits.largest(List.of(quotes(0, 200_000 * MIB)))).isEqualTo(128 * MIB);
    }

    private static InputFile quotes(int index, long size) {
        byte[] header = "orderbookid,timestamp,bidprice,offerprice\n".getBytes(StandardCharsets.US_ASCII);
        InputFile file = InMemory.file(header, InputKind.QUOTES, FeedOptions.defaults());
        return new InputFile(index, file.kind(), file.path(), size, 0, file.compression(), file.header());
    }
}
