package io.midwater.sink;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text cells: quoted where they must be, an empty text as {@code ""} to tell it from no value. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
public final class CsvText {
    private final StringWriter buffer = new StringWriter();
    private final CsvWriter writer = builder().build(buffer);

    /** The dialect of every CSV file: commas, double quotes, line feeds. */
    public static CsvWriter.CsvWriterBuilder builder() {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .bufferSize(0);
    }

    /** The text with an apostrophe where it starts with = + - @, a tab or a carriage return. */
    public static String guarded(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> "'" + text;
            default -> text;
        };
    }

    /** The cell of a text, as UTF-8. */
    byte[] cell(String text) {
        buffer.getBuffer().setLength(0);
        writer.writeRecord(guarded(text));
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] line = buffer.toString().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(line, line.length - 1);
    }
}
