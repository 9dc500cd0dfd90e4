package io.midwater.feed;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the first line of a file and finds out which column is where. */
final class HeaderReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final char[] OTHER_DELIMITERS = {',', ';', '\t', '|'};
    private static final int SHOWN = 200;

    private final FeedOptions options;

    HeaderReader(FeedOptions options) {
        this.options = options;
    }

    /** A header name as names are compared: lower case, letters and digits only. */
    static String canonical(String name) {
        StringBuilder canonical = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> canonical.appendCodePoint(Character.toLowerCase(c)));
        return canonical.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads and maps the header.
     *
     * @param aliases extra header names per canonical column
     * @param problems receives what is wrong, without the file's name
     * @return null where there is a problem
     */
    HeaderMapping read(InputStream in, InputKind kind, Map<String, List<String>> aliases, List<String> problems)
            throws IOException {
        byte[] line = firstLine(in);
        String problem = unreadable(line);
        if (problem != null) {
            problems.add(problem);
            return null;
        }
        int from = start(line);
        int to = end(line);
        List<String> names = names(line, from, to);
        if (names == null) {
            problems.add("the quotes of the header line do not close");
            return null;
        }
        List<String> unknown = new ArrayList<>();
        int before = problems.size();
        List<Integer> positions = map(names, kind, aliases, unknown, problems);
        int dateColumn = kind.dateColumn();
        if (options.dateFromColumn() && kind.sliced() && positions.get(dateColumn) < 0) {
            problems.add("no column " + kind.columns().get(dateColumn).name()
                    + ", which market.business-date = column needs");
        }
        missing(names, positions, kind, aliases, new String(line, from, to - from, StandardCharsets.UTF_8), problems);
        if (problems.size() > before) {
            return null;
        }
        return new HeaderMapping(positions, names.size(), line.length, from > 0, unknown, hash(line, from, to));
    }

    /** The names in the header; null where it cannot be read. */
    List<String> names(InputStream in) throws IOException {
        byte[] line = firstLine(in);
        return unreadable(line) == null ? names(line, start(line), end(line)) : null;
    }

    /**
     * How well a header suits a kind: columns found less required columns not found. The kind with the largest number is
     * the one meant.
     */
    int suits(List<String> names, InputKind kind, Map<String, List<String>> aliases) {
        List<Integer> positions = map(names, kind, aliases, new ArrayList<>(), new ArrayList<>());
        int suits = 0;
        for (int i = 0; i < positions.size(); i++) {
            boolean found = positions.get(i) >= 0;
            suits += found ? 1 : kind.columns().get(i).required() ? -1 : 0;
        }
        return suits;
    }

    private List<String> names(byte[] line, int from, int to) {
        QuotedLine split = new QuotedLine(options);
        if (!split.split(line, from, to)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < split.fields(); i++) {
            names.add(split.text(i).strip());
        }
        return names;
    }

    private static int start(byte[] line) {
        return line.length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
    }

    private static int end(byte[] line) {
        int to = line.length - (line[line.length - 1] == '\n' ? 1 : 0);
        return to > start(line) && line[to - 1] == '\r' ? to - 1 : to;
    }

    /** The first line with its line end, or what there is of it. */
    private byte[] firstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (line.size() <= options.maxLineBytes() + 5) {
            int read = in.read(chunk, 0, chunk.length);
            if (read < 0) {
                break;
            }
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, 0, i + 1);
                    return line.toByteArray();
                }
            }
            line.write(chunk, 0, read);
        }
        return line.toByteArray();
    }

    private String unreadable(byte[] line) {
        if (line.length == 0) {
            return "the file is empty: no header";
        }
        Compression compression = Compression.ofContent(line);
        if (compression != Compression.NONE) {
            return "the content is compressed; name the file *" + compression.extension();
        }
        int first = line[0] & 0xFF;
        int second = line.length > 1 ? line[1] & 0xFF : 0;
        if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
            return "the text is UTF-16; save the file as UTF-8";
        }
        for (byte b : line) {
            if (b == 0) {
                return "the header line holds zero bytes: UTF-16 or no text at all; save the file as UTF-8";
            }
        }
        for (int i = 0; i + 1 < line.length; i++) {
            if (line[i] == '\r' && line[i + 1] != '\n') {
                return "the lines end with CR only; save the file with LF or CRLF line ends";
            }
        }
        if (line[line.length - 1] != '\n' && line.length > options.maxLineBytes()) {
            return "the header line is longer than input.csv.max-line-bytes (" + options.maxLineBytes() + ")";
        }
        return null;
    }

    private static List<Integer> map(
            List<String> names,
            InputKind kind,
            Map<String, List<String>> aliases,
            List<String> unknown,
            List<String> problems) {
        List<InputColumn> columns = kind.columns();
        List<Integer> positions = new ArrayList<>(Collections.nCopies(columns.size(), -1));
        Map<String, Integer> columnOf = columnOf(columns, aliases);
        for (int i = 0; i < names.size(); i++) {
            Integer column = columnOf.get(canonical(names.get(i)));
            if (column == null) {
                unknown.add(names.get(i));
            } else if (positions.get(column) >= 0) {
                problems.add("column " + columns.get(column).name() + " is there twice: as "
                        + quoted(names.get(positions.get(column))) + " (field " + (positions.get(column) + 1)
                        + ") and as " + quoted(names.get(i)) + " (field " + (i + 1) + "); rename or drop one of them");
            } else {
                positions.set(column, i);
            }
        }
        return positions;
    }

    /** Column by canonical header name; a column's own name is stronger than another's alias. */
    private static Map<String, Integer> columnOf(List<InputColumn> columns, Map<String, List<String>> aliases) {
        Map<String, Integer> columnOf = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            columnOf.put(canonical(columns.get(i).name()), i);
        }
        for (int i = 0; i < columns.size(); i++) {
            for (String alias : aliases.getOrDefault(columns.get(i).name(), List.of())) {
                columnOf.put(canonical(alias), i);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            for (String alias : columns.get(i).aliases()) {
                columnOf.putIfAbsent(canonical(alias), i);
            }
        }
        return columnOf;
    }

    private void missing(
            List<String> names,
            List<Integer> positions,
            InputKind kind,
            Map<String, List<String>> aliases,
            String line,
            List<String> problems) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i) < 0 && kind.columns().get(i).required()) {
                missing.add(kind.columns().get(i).name());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        String found = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
        problems.add("no column " + String.join(", ", missing) + "; the first line is " + quoted(found)
                + hint(names, kind, aliases, line));
    }

    private String hint(List<String> names, InputKind kind, Map<String, List<String>> aliases, String line) {
        Map<String, Integer> columnOf = columnOf(kind.columns(), aliases);
        long known =
                names.stream().filter(n -> columnOf.containsKey(canonical(n))).count();
        for (char delimiter : OTHER_DELIMITERS) {
            long then = Arrays.stream(line.split(Pattern.quote(String.valueOf(delimiter))))
                    .filter(n -> columnOf.containsKey(canonical(n)))
                    .count();
            if (delimiter != options.delimiter() && then > known) {
                String shown = delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
                return "; it looks delimited by '" + shown + "': set input.csv.delimiter";
            }
        }
        return known == 0
                ? "; the file may have no header line: add one"
                : "; if a column has another name, add it to input.columns." + kind.label();
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}", "�") + "\"";
    }

    private static String hash(byte[] line, int from, int to) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(line, from, to - from);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
