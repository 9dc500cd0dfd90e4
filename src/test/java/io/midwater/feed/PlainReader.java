package io.midwater.feed;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.domain.ValueKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The obvious slow reader: one line as a string, one field as a string, numbers by way of BigDecimal. What it says about a
 * line is one text: "blank", "filtered", "REASON column" or the kept values.
 */
final class PlainReader {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SENTINEL = BigInteger.valueOf(Long.MIN_VALUE);

    private final InputKind kind;
    private final FeedOptions options;
    private final HeaderMapping header;

    PlainReader(InputKind kind, FeedOptions options, HeaderMapping header) {
        this.kind = kind;
        this.options = options;
        this.header = header;
    }

    /** One verdict per physical line behind the header. */
    List<String> read(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).substring((int) header.bytes());
        List<String> verdicts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            String line = text.substring(at, newline < 0 ? text.length() : newline);
            verdicts.add(verdict(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
            at = newline < 0 ? text.length() : newline + 1;
        }
        return verdicts;
    }

    private String verdict(String line) {
        if (line.length() > options.csv().maxLineBytes()) {
            return "LINE_TOO_LONG null";
        }
        if (strip(line).isEmpty()) {
            return "blank";
        }
        List<String> fields = split(line);
        if (fields == null) {
            return "QUOTING null";
        }
        if (fields.size() != header.fields()) {
            return "FIELD_COUNT null";
        }
        try {
            return values(fields);
        } catch (Refused e) {
            return e.getMessage();
        }
    }

    private List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        String quote = String.valueOf(options.csv().quote());
        int at = 0;
        while (true) {
            int begin = at;
            while (begin < line.length()
                    && line.charAt(begin) <= ' '
                    && line.charAt(begin) != options.csv().delimiter()) {
                begin++;
            }
            if (begin < line.length() && line.charAt(begin) == options.csv().quote()) {
                StringBuilder field = new StringBuilder();
                int i = begin + 1;
                while (true) {
                    if (i >= line.length()) {
                        return null;
                    }
                    if (line.charAt(i) != options.csv().quote()) {
                        field.append(line.charAt(i++));
                    } else if (line.startsWith(quote + quote, i)) {
                        field.append(quote);
                        i += 2;
                    } else {
                        break;
                    }
                }
                i++;
                while (i < line.length()
                        && line.charAt(i) <= ' '
                        && line.charAt(i) != options.csv().delimiter()) {
                    i++;
                }
                if (i < line.length() && line.charAt(i) != options.csv().delimiter()) {
                    return null;
                }
                fields.add(field.toString());
                at = i;
            } else {
                int end = line.indexOf(options.csv().delimiter(), at);
                String field = line.substring(at, end < 0 ? line.length() : end);
                // Stray quotes in pairs are text; an odd one is the rest of a field that began on another line.
                if (field.chars().filter(c -> c == options.csv().quote()).count() % 2 != 0) {
                    return null;
                }
                fields.add(field);
                at = end < 0 ? line.length() : end;
            }
            if (at >= line.length()) {
                return fields;
            }
            at++;
        }
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == '\t')) {
            to--;
        }
        return text.substring(from, to);
    }

    private String values(List<String> fields) {
        List<InputColumn> columns = kind.columns();
        long security = early(fields, kind.securityColumn(), RejectReason.BAD_SECURITY);
        if (security <= 0) {
            throw new Refused(RejectReason.BAD_SECURITY, columns.get(kind.securityColumn()));
        }
        long timestamp = early(fields, kind.timeColumn(), RejectReason.BAD_TIMESTAMP);
        if (timestamp < options.timestampMinNs() || timestamp >= options.timestampMaxNs()) {
            throw new Refused(RejectReason.TIMESTAMP_RANGE, columns.get(kind.timeColumn()));
        }
        String date = field(fields, kind.dateColumn());
        if (!date.isEmpty()) {
            date(date, columns.get(kind.dateColumn()));
        }
        int businessDate = options.calendar().businessDate(timestamp);
        FeedOptions.Selection selection = options.selection();
        boolean wanted = selection.securities().length == 0
                || java.util.Arrays.stream(selection.securities()).anyMatch(s -> s == security);
        if (!wanted || businessDate < selection.fromEpochDay() || businessDate > selection.toEpochDay()) {
            return "filtered";
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).name() + "=" + value(field(fields, i), columns.get(i)));
        }
        return security + "/" + LocalDate.ofEpochDay(businessDate) + " " + String.join(" ", values);
    }

    private String field(List<String> fields, int column) {
        int position = header.positions().get(column);
        return position < 0 ? "" : strip(fields.get(position));
    }

    private long early(List<String> fields, int column, RejectReason otherwise) {
        String text = field(fields, column);
        if (!text.matches("-?[0-9]+")) {
            throw new Refused(otherwise, kind.columns().get(column));
        }
        BigInteger value = new BigInteger(text);
        boolean fits = value.bitLength() < 64 && !value.equals(SENTINEL);
        if (!fits) {
            boolean sentinel = value.equals(SENTINEL);
            throw new Refused(
                    otherwise == RejectReason.BAD_TIMESTAMP && !sentinel ? RejectReason.TIMESTAMP_RANGE : otherwise,
                    kind.columns().get(column));
        }
        return value.longValue();
    }

    private static long date(String text, InputColumn column) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Refused(RejectReason.BAD_DATE, column);
        }
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (java.time.DateTimeException e) {
            throw new Refused(RejectReason.BAD_DATE, column);
        }
    }

    private String value(String text, InputColumn column) {
        if (text.isEmpty()) {
            if (column.valueRequired()) {
                throw new Refused(RejectReason.MISSING_VALUE, column);
            }
            return "null";
        }
        if (column.kind() == ValueKind.TEXT) {
            return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        if (column.kind() == ValueKind.DATE) {
            return String.valueOf(date(text, column));
        }
        if (column.kind() == ValueKind.SIDE) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "buy" -> "1";
                case "2", "sell" -> "2";
                default -> throw new Refused(RejectReason.BAD_SIDE, column);
            };
        }
        boolean price = column.kind() == ValueKind.PRICE || column.kind() == ValueKind.QUOTE_PRICE;
        return number(text, column, price);
    }

    private String number(String text, InputColumn column, boolean price) {
        if (!text.matches(price ? "-?([0-9]+\\.?[0-9]*|\\.[0-9]+)" : "-?[0-9]+")) {
            throw new Refused(RejectReason.BAD_NUMBER, column);
        }
        boolean whole = text.indexOf('.') < 0;
        if (whole && new BigInteger(text).equals(SENTINEL)) {
            if (column.valueRequired()) {
                throw new Refused(RejectReason.MISSING_VALUE, column);
            }
            return "null";
        }
        BigDecimal units = new BigDecimal(text).movePointRight(price ? options.priceDecimals() : 0);
        if (units.stripTrailingZeros().scale() > 0) {
            throw new Refused(RejectReason.PRICE_DECIMALS, column);
        }
        BigInteger value = units.toBigIntegerExact();
        boolean code = column.kind() == ValueKind.CODE;
        if (value.abs().compareTo(LARGEST) > 0 || code && value.bitLength() > 31) {
            throw new Refused(RejectReason.OVERFLOW, column);
        }
        boolean signed = code || column.kind() == ValueKind.INTEGER || column.kind() == ValueKind.QUOTE_PRICE;
        if (!signed && value.signum() < 0) {
            throw new Refused(RejectReason.NEGATIVE, column);
        }
        return value.toString();
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(RejectReason reason, InputColumn column) {
            super(reason + " " + column.name());
        }
    }
}
