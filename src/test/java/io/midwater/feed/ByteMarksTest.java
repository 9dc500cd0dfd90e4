package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteMarksTest {
    private static final int DELIMITER = 0x80;
    private static final int ODD = 0x40;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {", \"", "; '", "| *", "- +"})
    void everyByteHasItsMark(char delimiter, char quote) {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        ByteMarks marks = new ByteMarks(bytes.length, delimiter, quote);
        marks.mark(bytes, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            assertThat(marks.array()[i] & DELIMITER).as("delimiter %d", i).isEqualTo(i == delimiter ? DELIMITER : 0);
            if (i == '\n' || i == quote) {
                assertThat(marks.array()[i] & ODD).as("odd %d", i).isEqualTo(ODD);
            }
            assertThat(marks.array()[i] & 0xFF & ~(DELIMITER | ODD))
                    .as("nothing else %d", i)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", " ,.-:/+\t"})
    void whatFieldsAreMadeOfIsNotOdd(String usual) {
        byte[] bytes = usual.getBytes(StandardCharsets.US_ASCII);
        ByteMarks marks = new ByteMarks(bytes.length, ',', '"');
        marks.mark(bytes, bytes.length);
        for (byte mark : marks.array()) {
            assertThat(mark & ODD).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 23, 24, 31})
    void aMarkIsGatheredAtItsPlace(int place) {
        long[] words = new long[4];
        words[place / 8] = 0xC0L << 8 * (place % 8);
        assertThat(ByteMarks.delimiters(words[0], words[1], words[2], words[3])).isEqualTo(1L << place);
        assertThat(ByteMarks.odd(words[0], words[1], words[2], words[3])).isEqualTo(1L << place);
    }
}
