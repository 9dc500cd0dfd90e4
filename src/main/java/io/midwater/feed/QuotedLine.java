package io.midwater.feed;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The slow path: one line with quotes in it, split by RFC 4180. The fields end up in one array with a gap of one byte
 * between them, as in an unquoted line, so that everything behind the split is the same code for both paths.
 */
final class QuotedLine extends AbstractBaseCsvCallbackHandler<Boolean> {
    /** Stands for a carriage return inside the line, which the parser would take for a line end. */
    private static final char CARRIAGE_RETURN = '\u0100';

    private final CsvReader.CsvReaderBuilder parser;
    private final char quote;
    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];
    private int size;
    private int fields;
    /** An unquoted field has one quote too many: the rest of a field that began on an earlier line. */
    private boolean stray;

    QuotedLine(FeedOptions options) {
        quote = options.csv().quote();
        parser = CsvReader.builder()
                .fieldSeparator(options.csv().delimiter())
                .quoteCharacter(quote)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .skipEmptyLines(false)
                .maxBufferSize(Math.max(1 << 24, options.csv().maxLineBytes() + 1024));
    }

    /** Splits a line without its line end; false where its quotes are wrong. */
    boolean split(byte[] line, int from, int to) {
        size = 0;
        fields = 0;
        stray = false;
        String text = new String(line, from, to - from, StandardCharsets.ISO_8859_1).replace('\r', CARRIAGE_RETURN);
        try {
            return parser.ofSingleCsvRecord(this, text) && !stray;
        } catch (CsvParseException e) {
            return false;
        }
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int needed = size + length + 1 + LineReader.PADDING;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        int quotes = 0;
        for (int i = offset; i < offset + length; i++) {
            char c = buffer[i];
            quotes += c == quote ? 1 : 0;
            bytes[size++] = (byte) (c == CARRIAGE_RETURN ? '\r' : c);
        }
        stray |= !quoted && quotes % 2 != 0;
        ends[fields++] = size;
        size++;
    }

    @Override
    protected Boolean buildRecord() {
        return true;
    }

    int fields() {
        return fields;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The end of each field; a field begins one byte behind the end of the one before. */
    int[] ends() {
        return ends;
    }

    String text(int field) {
        int from = field == 0 ? 0 : ends[field - 1] + 1;
        return new String(bytes, from, ends[field] - from, StandardCharsets.UTF_8);
    }
}
