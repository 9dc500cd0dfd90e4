package io.midwater.app.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import io.midwater.feed.RoutedBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitPiecesTest {
    private static final int BLOCK_BYTES = 26;

    /** Three rows of one column that all have the same value. */
    private static RoutedBlock block(InputKind kind, int file, long value) {
        byte[] bytes = ByteBuffer.allocate(BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(3)
                .putInt(8)
                .put((byte) 0)
                .put((byte) 0)
                .putLong(value)
                .putLong(value)
                .array();
        return new RoutedBlock(0, 7, 20_000, (byte) kind.ordinal(), file, 0, 0, 3, bytes);
    }

    private static UnitPieces pieces(RoutedBlock... blocks) {
        return new UnitPieces(List.of(blocks).iterator(), 2 * BLOCK_BYTES);
    }

    private static long value(UnitPieces pieces) {
        return pieces.byKind().get(InputKind.ORDERS).get(0).block().range(0).min();
    }

    @Test
    void ofAUnitThatIsTooLargeNothingIsKeptAndAllIsCounted() {
        UnitPieces pieces =
                pieces(block(InputKind.ORDERS, 0, 1), block(InputKind.ORDERS, 1, 1), block(InputKind.TRADES, 2, 1));

        assertThat(pieces.tooLarge()).isTrue();
        assertThat(pieces.bytes()).isEqualTo(3 * BLOCK_BYTES);
        assertThat(pieces.byKind()).isEmpty();
        assertThat(pieces.rowsByFile()).isEqualTo(Map.of(0, 3L, 1, 3L, 2, 3L));
        pieces.release();
    }

    @Test
    void memoryIsGivenBackOnce() {
        UnitPieces idle = pieces(block(InputKind.QUOTES, 0, 1));
        assertThat(idle.makeUnit()).isFalse();
        idle.release();
        idle.release();

        // Had it been given back twice, the second and the third would hand their arrays to the fourth.
        UnitPieces second = pieces(block(InputKind.ORDERS, 0, 2));
        UnitPieces third = pieces(block(InputKind.ORDERS, 0, 3));
        third.release();
        UnitPieces fourth = pieces(block(InputKind.ORDERS, 0, 4), block(InputKind.ORDERS, 1, 4));

        assertThat(value(second)).isEqualTo(2);
        assertThat(value(fourth)).isEqualTo(4);
        second.release();
        fourth.release();
    }
}
