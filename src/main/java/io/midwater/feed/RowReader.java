package io.midwater.feed;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputKind;
import io.midwater.domain.table.RowGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a file, checked in the order that every reader of the rejects relies on: first the line, its fields and
 * quotes, security, timestamp and date of every row; then the selection; then every value of the rows that survive. What
 * decides is read from the raw bytes, so a row that nobody wants costs little more than finding its end.
 */
final class RowReader implements AutoCloseable {
    /** What became of a line. */
    enum Outcome {
        /** No more lines. */
        END,
        BLANK,
        REJECTED,
        FILTERED,
        KEPT
    }

    private final ColumnPlan plan;
    private final boolean selects;
    private final boolean dateFromColumn;
    private final boolean timeInDate;
    private final FeedOptions options;
    private final FeedOptions.Selection selection;
    private final byte delimiter;
    private final LineReader lines;
    private final QuotedLine quotedLine;
    private final ValueParser parser;
    private final DateParser dates;
    private final TextPool texts = new TextPool();
    private final LongSet securities;
    private final BusinessCalendar calendar;
    private final long[] values;
    private final int leavesColumn;
    private final int quantityColumn;

    private byte[] bytes;
    private int start;
    private int[] ends;

    private long security;
    private long timestamp;
    private int epochDay;
    private int fileDay;
    private int replacedTexts;
    private RejectReason reason;
    private int rejectedColumn;

    /**
     * @param capacity bytes buffered at first
     * @param offset offset of the stream's first byte in the file
     * @param lastStart last offset at which a row may begin
     */
    RowReader(
            InputKind kind,
            HeaderMapping header,
            InputStream in,
            int capacity,
            long offset,
            long lastStart,
            FeedOptions options) {
        this.plan = new ColumnPlan(kind, header, options.priceDecimals());
        this.options = options;
        this.selection = options.selection();
        this.delimiter = (byte) options.csv().delimiter();
        this.selects = !selection.isAll() && kind.sliced();
        this.dateFromColumn = options.dates().fromColumn() && kind.sliced();
        this.timeInDate = kind != InputKind.ORDERS && kind != InputKind.TRADES;
        this.lines = new LineReader(
                in, capacity, offset, lastStart, options, plan.fields, selects ? plan.early() : plan.fields);
        this.quotedLine = new QuotedLine(options);
        this.parser = new ValueParser(options);
        this.dates = new DateParser(options.dates().zone());
        this.securities = selection.securities().length == 0 ? null : new LongSet(selection.securities());
        this.calendar = options.calendar();
        this.values = new long[plan.columns];
        this.leavesColumn = kind == InputKind.ORDERS ? kind.schema().indexOf("leavesquantity") : -1;
        this.quantityColumn = kind == InputKind.ORDERS ? kind.schema().indexOf("quantity") : -1;
        Arrays.fill(values, RowGroup.NULL);
    }

    /** Drops the rest of a line that belongs to the split before. */
    void skipLine() throws IOException {
        lines.skipLine();
    }

    Outcome next() throws IOException {
        if (!lines.next()) {
            return Outcome.END;
        }
        if (lines.tooLong()) {
            return reject(RejectReason.LINE_TOO_LONG, -1);
        }
        if (!lines.quoted()) {
            if (lines.count() != plan.fields - 1 || plan.fields == 1) {
                if (lines.count() == 0 && blank()) {
                    return Outcome.BLANK;
                }
                if (plan.fields != lines.count() + 1) {
                    return reject(RejectReason.FIELD_COUNT, -1);
                }
            }
            bytes = lines.bytes();
            start = lines.start();
            ends = lines.places();
            ends[plan.fields - 1] = lines.end();
        } else {
            if (!quotedLine.split(lines.bytes(), lines.start(), lines.end())) {
                return reject(RejectReason.QUOTING, -1);
            }
            if (quotedLine.fields() != plan.fields) {
                return reject(RejectReason.FIELD_COUNT, -1);
            }
            bytes = quotedLine.bytes();
            start = 0;
            ends = quotedLine.ends();
        }
        return decide();
    }

    private boolean blank() {
        return parser.first(lines.bytes(), lines.start(), lines.end()) == lines.end();
    }

    private int from(int field) {
        return field == 0 ? start : ends[field - 1] + 1;
    }

    /** The checks that every row must pass, and the selection. */
    private Outcome decide() {
        if (plan.securityField >= 0) {
            security = parser.security(bytes, from(plan.securityField), ends[plan.securityField]);
            if (security <= 0) {
                return reject(RejectReason.BAD_SECURITY, plan.securityColumn);
            }
        }
        if (plan.timeField >= 0) {
            timestamp = parser.timestamp(bytes, from(plan.timeField), ends[plan.timeField]);
            if (timestamp < options.timestampMinNs() || timestamp >= options.timestampMaxNs()) {
                return reject(timestampReason(), plan.timeColumn);
            }
        }
        fileDay = DateParser.NONE;
        if (plan.dateField >= 0) {
            int to = dateEnd();
            if (bytes == lines.bytes() && to - start > DateParser.LENGTH) {
                fileDay = dates.again(bytes, to, delimiter);
            }
            if (fileDay == DateParser.NONE) {
                RejectReason odd = otherDate(dateStart(to), to);
                if (odd != null) {
                    return reject(odd, plan.dateColumn);
                }
            }
        }
        if (plan.timeField >= 0) {
            if (securities != null && !securities.contains(security)) {
                return Outcome.FILTERED;
            }
            epochDay = dateFromColumn ? fileDay : calendar.businessDate(timestamp);
            if (epochDay < selection.fromEpochDay() || epochDay > selection.toEpochDay()) {
                return Outcome.FILTERED;
            }
        }
        return survive();
    }

    /** The date is often among the last fields and is then found from the end of the line. */
    private int dateEnd() {
        if (plan.dateFromEnd < 0 || bytes != lines.bytes()) {
            return ends[plan.dateField];
        }
        int to = lines.end();
        for (int i = 0; i < plan.dateFromEnd; i++) {
            to = delimiterBefore(to);
        }
        return to;
    }

    private int dateStart(int to) {
        if (plan.dateFromEnd < 0 || bytes != lines.bytes()) {
            return from(plan.dateField);
        }
        return delimiterBefore(to) + 1;
    }

    private int delimiterBefore(int place) {
        int at = place - 1;
        while (bytes[at] != delimiter) {
            at--;
        }
        return at;
    }

    private RejectReason timestampReason() {
        boolean number = timestamp != RowGroup.NULL || parser.problem() == RejectReason.OVERFLOW;
        return number ? RejectReason.TIMESTAMP_RANGE : RejectReason.BAD_TIMESTAMP;
    }

    /** Another date than the last row's; it may have blanks around it or a time behind it, or be none. */
    private RejectReason otherDate(int from, int to) {
        fileDay = dates.date(bytes, from, to);
        if (fileDay != DateParser.NONE) {
            return null;
        }
        int first = parser.first(bytes, from, to);
        int last = parser.last(bytes, first, to);
        if (first == last) {
            return dateFromColumn ? RejectReason.MISSING_VALUE : null;
        }
        fileDay = timeInDate ? dates.dateOrTime(bytes, first, last) : dates.date(bytes, first, last);
        return fileDay == DateParser.NONE ? RejectReason.BAD_DATE : null;
    }

    private Outcome survive() {
        if (selects && bytes == lines.bytes()) {
            lines.noteAll();
            ends[plan.fields - 1] = lines.end();
        }
        if (plan.securityColumn >= 0) {
            values[plan.securityColumn] = security;
        }
        if (plan.timeColumn >= 0) {
            values[plan.timeColumn] = timestamp;
        }
        if (!plan.dateIsText) {
            values[plan.dateColumn] = fileDay == DateParser.NONE ? RowGroup.NULL : fileDay;
        }
        return parse();
    }

    private Outcome parse() {
        replacedTexts = 0;
        parser.forgetProblem();
        byte[] line = bytes;
        int[] fieldEnds = ends;
        int[] fields = plan.field;
        int[] columns = plan.column;
        long[] limits = plan.plainLimit;
        long[] into = values;
        for (int i = 0; i < fields.length; i++) {
            int field = fields[i];
            int from = field == 0 ? start : fieldEnds[field - 1] + 1;
            int to = fieldEnds[field];
            long limit = limits[i];
            long value = limit < 0 ? -1 : Digits.value(line, from, to - from);
            if (value < 0 || value > limit) {
                value = exact(i, from, to);
                if (value == RowGroup.NULL && (parser.problem() != null || plan.required[i])) {
                    return reject(parser.problem() == null ? RejectReason.MISSING_VALUE : parser.problem(), columns[i]);
                }
            }
            into[columns[i]] = value;
        }
        return Outcome.KEPT;
    }

    /** A value by the rules of its kind. */
    private long exact(int i, int from, int to) {
        return switch (plan.kind[i]) {
            case ID, QUANTITY -> parser.count(bytes, from, to);
            case INTEGER, TIMESTAMP, SECURITY -> parser.integer(bytes, from, to);
            case CODE -> parser.code(bytes, from, to);
            case PRICE -> parser.price(bytes, from, to);
            case QUOTE_PRICE -> parser.quotePrice(bytes, from, to);
            case SIDE -> parser.side(bytes, from, to);
            case TEXT -> text(from, to);
            case DATE -> throw new IllegalStateException("a kind has one date column");
        };
    }

    private long text(int from, int to) {
        int first = parser.first(bytes, from, to);
        int last = parser.last(bytes, first, to);
        if (first == last) {
            return RowGroup.NULL;
        }
        int number = texts.number(bytes, first, last);
        replacedTexts += texts.replaced(number) ? 1 : 0;
        return number;
    }

    private Outcome reject(RejectReason why, int column) {
        reason = why;
        rejectedColumn = column;
        return Outcome.REJECTED;
    }

    /** The values of a kept row, by column of the kind; text as its number in {@link #texts}. Reused by the next row. */
    long[] values() {
        return values;
    }

    TextPool texts() {
        return texts;
    }

    /** The security of a row that belongs to a unit; 0 for kinds that do not come in units. */
    long security() {
        return plan.timeField < 0 ? 0 : security;
    }

    long timestamp() {
        return timestamp;
    }

    /** The business date of a kept row; 0 for kinds that do not come in units. */
    int epochDay() {
        return epochDay;
    }

    /** True where the file's own date is another than the business date of the row's timestamp. */
    boolean dateDisagrees() {
        return plan.timeField >= 0 && fileDay != DateParser.NONE && fileDay != epochDay;
    }

    /** True for an order that has more open than its quantity. */
    boolean leavesAboveQuantity() {
        return leavesColumn >= 0 && values[leavesColumn] > values[quantityColumn];
    }

    /** Texts of a kept row in which invalid UTF-8 was replaced. */
    int replacedTexts() {
        return replacedTexts;
    }

    RejectReason reason() {
        return reason;
    }

    /** Name of the column that caused the reject; null where the whole line did. */
    String rejectedColumn() {
        return rejectedColumn < 0 ? null : plan.name(rejectedColumn);
    }

    /** The line as it is in the file, cut at 4 KiB. */
    String raw() {
        int length = Math.min(LineReader.RAW_BYTES, lines.end() - lines.start());
        return new String(lines.bytes(), lines.start(), length, StandardCharsets.UTF_8);
    }

    long offset() {
        return lines.offset();
    }

    /** Offset behind the last line and its line end. */
    long position() {
        return lines.position();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
