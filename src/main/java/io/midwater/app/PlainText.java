package io.midwater.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * A terminal shows text that comes from data, and must not obey it: control characters other than tab and line feed, and
 * characters that turn the direction of text or hide it, are written as their numbers.
 */
final class PlainText extends FilterWriter {
    PlainText(Writer out) {
        super(out);
    }

    /** The text with such characters as {@code \}{@code u001b}. */
    static String of(String text) {
        if (text == null || text.chars().allMatch(c -> isPlain((char) c))) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(isPlain(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return plain.toString();
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public void write(int c) throws IOException {
        out.write(of(String.valueOf((char) c)));
    }

    @Override
    public void write(char[] from, int offset, int length) throws IOException {
        out.write(of(new String(from, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(of(text.substring(offset, offset + length)));
    }
}
