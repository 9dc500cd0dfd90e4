package io.midwater.feed;

import io.midwater.domain.InputKind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What is in a file: the answer of {@code inspect}. It closes: rows = accepted + rejected + duplicates.
 *
 * @param kind null where the header fits no kind
 * @param columns header name per canonical column found
 * @param unknown header names that mean nothing to us
 * @param rows lines that are neither header nor blank
 * @param duplicates rows with the content of one of the million rows before
 * @param reasons rejected rows by reason, those that occur
 * @param securities number of different security codes
 * @param dates number of different business dates
 * @param firstDate null where no row is accepted
 * @param crossedQuotes accepted rows whose bid lies above their offer
 * @param missingQuotes accepted rows without a usable bid and offer: empty, zero, negative or the feed's "not available"
 * @param replacedTexts texts in which invalid UTF-8 was replaced
 * @param dateDisagreements rows whose own date is not their business date
 * @param leavesAboveQuantity orders with more open than their quantity
 * @param error why the file cannot be used; null where it can
 */
public record Census(
        String path,
        InputKind kind,
        Map<String, String> columns,
        List<String> unknown,
        long rows,
        long accepted,
        long rejected,
        long blank,
        long duplicates,
        Map<String, Long> reasons,
        long securities,
        long dates,
        LocalDate firstDate,
        LocalDate lastDate,
        long crossedQuotes,
        long missingQuotes,
        long replacedTexts,
        long dateDisagreements,
        long leavesAboveQuantity,
        String error) {
    public Census {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        unknown = List.copyOf(unknown);
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /** A file that cannot be used. */
    static Census unusable(String path, InputKind kind, String error) {
        return new Census(
                path, kind, Map.of(), List.of(), 0, 0, 0, 0, 0, Map.of(), 0, 0, null, null, 0, 0, 0, 0, 0, error);
    }

    /** A few lines for people. */
    public String text() {
        StringBuilder text = new StringBuilder(path).append('\n');
        if (error != null) {
            return text.append("  cannot be used: ").append(error).append('\n').toString();
        }
        line(text, "kind", kind.label());
        StringJoiner names = new StringJoiner(", ");
        columns.forEach((column, name) -> names.add(column.equals(name) ? name : name + " → " + column));
        line(text, "columns", names.toString());
        if (!unknown.isEmpty()) {
            line(text, "ignored", String.join(", ", unknown));
        }
        line(text, "rows", String.format(Locale.ROOT, "%,d", rows));
        line(text, "accepted", String.format(Locale.ROOT, "%,d", accepted));
        if (kind.sliced()) {
            line(text, "securities", securities + " × " + dates + " dates");
            line(text, "dates", firstDate == null ? "none" : firstDate + " to " + lastDate);
        }
        defect(text, "blank lines", blank);
        defect(text, "rejected", rejected);
        reasons.forEach((reason, count) -> defect(text, "  " + reason, count));
        defect(text, "duplicates", duplicates);
        defect(text, "crossed quotes", crossedQuotes);
        defect(text, "no quote", missingQuotes);
        defect(text, "invalid UTF-8", replacedTexts);
        defect(text, "other date than the clock's", dateDisagreements);
        defect(text, "leaves above quantity", leavesAboveQuantity);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(": ").append(value).append('\n');
    }

    private static void defect(StringBuilder text, String name, long count) {
        if (count > 0) {
            line(text, name, String.format(Locale.ROOT, "%,d", count));
        }
    }

    /** One JSON object for machines: {@code {"files":[…]}}. */
    public static String json(List<Census> files) {
        StringJoiner all = new StringJoiner(",\n  ", "{\"files\":[\n  ", "\n]}");
        files.forEach(file -> all.add(file.json()));
        return all.toString();
    }

    private String json() {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        fields.add("\"path\":" + quoted(path));
        fields.add("\"kind\":" + (kind == null ? "null" : quoted(kind.label())));
        fields.add("\"rows\":" + rows);
        fields.add("\"accepted\":" + accepted);
        fields.add("\"rejected\":" + rejected);
        fields.add("\"blank\":" + blank);
        fields.add("\"duplicates\":" + duplicates);
        StringJoiner counts = new StringJoiner(",", "{", "}");
        reasons.forEach((reason, count) -> counts.add(quoted(reason) + ":" + count));
        fields.add("\"reasons\":" + counts);
        fields.add("\"securities\":" + securities);
        fields.add("\"dates\":" + dates);
        fields.add("\"first_date\":" + (firstDate == null ? "null" : quoted(firstDate.toString())));
        fields.add("\"last_date\":" + (lastDate == null ? "null" : quoted(lastDate.toString())));
        StringJoiner names = new StringJoiner(",", "{", "}");
        columns.forEach((column, name) -> names.add(quoted(column) + ":" + quoted(name)));
        fields.add("\"columns\":" + names);
        StringJoiner ignored = new StringJoiner(",", "[", "]");
        unknown.forEach(name -> ignored.add(quoted(name)));
        fields.add("\"ignored_columns\":" + ignored);
        fields.add("\"crossed_quotes\":" + crossedQuotes);
        fields.add("\"missing_quotes\":" + missingQuotes);
        fields.add("\"replaced_texts\":" + replacedTexts);
        fields.add("\"date_disagreements\":" + dateDisagreements);
        fields.add("\"leaves_above_quantity\":" + leavesAboveQuantity);
        fields.add("\"error\":" + (error == null ? "null" : quoted(error)));
        return fields.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
