package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever two bytes stand side by side, the walk sees them as a loop over single bytes does. */
class LineReaderTest {
    /** Behind the two bytes: a line of its own, so that one that was swallowed shows. */
    private static final String REST = "1,2\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {", \"", "; '", "| *", "- +"})
    void everyPairOfBytesIsSeenAsItIs(char delimiter, char quote) throws IOException {
        FeedOptions options = FeedOptions.defaults().withCsv(delimiter, quote, 1 << 16);
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                String before = ("a" + delimiter + "123456789").repeat(8).substring(0, (first + 7 * second) % 80);
                byte[] content =
                        (before + "ab" + (first + second) % 8 + "xx" + delimiter + "y" + REST).getBytes("ISO-8859-1");
                int at = before.length() + 1 + second % 4;
                content[at] = (byte) first;
                content[at + 1] = (byte) second;
                assertSame(content, options, 0);
                assertSame(content, options, 4);
            }
        }
    }

    @Test
    void aLineMayEndWithoutNewline() throws IOException {
        assertSame("a,b,\u00e9".getBytes("UTF-8"), FeedOptions.defaults(), 4);
    }

    private static void assertSame(byte[] content, FeedOptions options, int noted) throws IOException {
        byte delimiter = (byte) options.csv().delimiter();
        byte quote = (byte) options.csv().quote();
        try (LineReader reader =
                new LineReader(new ByteArrayInputStream(content), 64, 0, Long.MAX_VALUE, options, 4, noted)) {
            int start = 0;
            while (reader.next()) {
                int newline = start;
                int count = 0;
                boolean quoted = false;
                for (; newline < content.length && content[newline] != '\n'; newline++) {
                    if (content[newline] == delimiter) {
                        if (count < noted) {
                            assertThat(reader.places()[count] - reader.start()).isEqualTo(newline - start);
                        }
                        count++;
                    }
                    quoted |= content[newline] == quote;
                }
                int end = newline > start && content[newline - 1] == '\r' ? newline - 1 : newline;
                assertThat(reader.offset()).isEqualTo(start);
                assertThat(reader.end() - reader.start()).isEqualTo(end - start);
                assertThat(reader.count()).isEqualTo(count);
                assertThat(reader.quoted()).isEqualTo(quoted);
                start = Math.min(newline + 1, content.length);
            }
            assertThat(start).isEqualTo(content.length);
        }
    }
}
