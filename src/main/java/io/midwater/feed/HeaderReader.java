package io.midwater.feed;

import static io.midwater.domain.InputColumn.canonical;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the first line of a file and finds out which column is where. */
final class HeaderReader {
    private static final char[] OTHER_DELIMITERS = {',', ';', '\t', '|'};
    private static final int SHOWN = 200;

    private final FeedOptions options;

    HeaderReader(FeedOptions options) {
        this.options = options;
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
        HeaderLine line = HeaderLine.read(in, options);
        String problem = line.unreadable(options);
        if (problem != null) {
            problems.add(problem);
            return null;
        }
        List<String> names = names(line);
        if (names == null) {
            problems.add("the quotes of the header line do not close");
            return null;
        }
        List<String> unknown = new ArrayList<>();
        int before = problems.size();
        List<Integer> positions = map(names, kind, aliases, unknown, problems);
        int dateColumn = kind.dateColumn();
        if (options.dates().fromColumn() && kind.sliced() && positions.get(dateColumn) < 0) {
            problems.add("no column " + kind.columns().get(dateColumn).name()
                    + ", which market.business-date = column needs");
        }
        missing(names, positions, kind, aliases, line.text(), problems);
        if (problems.size() > before) {
            return null;
        }
        return new HeaderMapping(positions, names.size(), line.length(), line.isMarked(), unknown, line.hash());
    }

    /** The names in the header; null where it cannot be read. */
    List<String> names(InputStream in) throws IOException {
        HeaderLine line = HeaderLine.read(in, options);
        return line.unreadable(options) == null ? names(line) : null;
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

    private List<String> names(HeaderLine line) {
        QuotedLine split = new QuotedLine(options);
        if (!split.split(line.bytes(), line.from(), line.to())) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < split.fields(); i++) {
            names.add(split.text(i).strip());
        }
        return names;
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
            if (delimiter != options.csv().delimiter() && then > known) {
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
}
