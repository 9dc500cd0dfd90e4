package io.midwater.feed;

import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnBlockEncoder;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happened to the lines of one split, or of several added up. It closes: lines = blank + rows, and rows = kept +
 * filtered + rejected.
 *
 * @param lines physical lines, the header apart; the file's line number of a row is 1 + the lines of all splits before
 *     its own + its line within the split
 * @param rows lines that are not blank
 * @param filtered rows outside the selection
 * @param bytes plain bytes of the lines
 * @param replacedTexts texts of kept rows in which invalid UTF-8 became the replacement character
 * @param dateDisagreements kept rows whose own date is not their business date
 * @param leavesAboveQuantity kept orders with more open than their quantity
 * @param rejected per {@link RejectReason}, by ordinal
 * @param firstNs smallest timestamp among the filtered rows; Long.MAX_VALUE for none
 * @param lastNs largest timestamp among the filtered rows; Long.MIN_VALUE for none
 * @param otherSecurities some of the securities among the filtered rows, at most {@link SecurityDay#MOST_NAMED}
 */
public record SplitSummary(
        long lines,
        long rows,
        long kept,
        long filtered,
        long blank,
        long bytes,
        long replacedTexts,
        long dateDisagreements,
        long leavesAboveQuantity,
        List<Long> rejected,
        long firstNs,
        long lastNs,
        List<Long> otherSecurities) {
    private static final List<String> NAMES = List.of(
            "lines",
            "rows",
            "kept",
            "filtered",
            "blank",
            "bytes",
            "replaced_texts",
            "date_disagreements",
            "leaves_above_quantity",
            "first_ns",
            "last_ns");
    private static final RejectReason[] REASONS = RejectReason.values();

    /** The one row of a summary block. */
    public static final TableSchema SCHEMA = schema();

    public SplitSummary {
        rejected = List.copyOf(rejected);
        otherSecurities = List.copyOf(otherSecurities);
    }

    private static TableSchema schema() {
        List<ColumnSpec> columns = new ArrayList<>();
        for (String name : NAMES) {
            columns.add(BlockSchemas.number(name, ""));
        }
        for (RejectReason reason : REASONS) {
            columns.add(BlockSchemas.number("rejected_" + reason.name().toLowerCase(Locale.ROOT), ""));
        }
        columns.add(BlockSchemas.text("other_securities", ""));
        return new TableSchema("summary", columns);
    }

    /** Nothing read. */
    public static SplitSummary empty() {
        List<Long> none = new ArrayList<>();
        for (int i = 0; i < REASONS.length; i++) {
            none.add(0L);
        }
        return new SplitSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, none, Long.MAX_VALUE, Long.MIN_VALUE, List.of());
    }

    public long rejected(RejectReason reason) {
        return rejected.get(reason.ordinal());
    }

    /** Rows rejected for any reason. */
    public long rejectedRows() {
        long sum = 0;
        for (long count : rejected) {
            sum += count;
        }
        return sum;
    }

    /** Both together. */
    public SplitSummary plus(SplitSummary other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < rejected.size(); i++) {
            sums.add(rejected.get(i) + other.rejected.get(i));
        }
        TreeSet<Long> securities = new TreeSet<>(otherSecurities);
        securities.addAll(other.otherSecurities);
        return new SplitSummary(
                lines + other.lines,
                rows + other.rows,
                kept + other.kept,
                filtered + other.filtered,
                blank + other.blank,
                bytes + other.bytes,
                replacedTexts + other.replacedTexts,
                dateDisagreements + other.dateDisagreements,
                leavesAboveQuantity + other.leavesAboveQuantity,
                sums,
                Math.min(firstNs, other.firstNs),
                Math.max(lastNs, other.lastNs),
                securities.stream().limit(SecurityDay.MOST_NAMED).toList());
    }

    /** The summary as the bytes of a block. */
    byte[] encode() {
        long[] numbers = {
            lines,
            rows,
            kept,
            filtered,
            blank,
            bytes,
            replacedTexts,
            dateDisagreements,
            leavesAboveQuantity,
            filtered == 0 ? RowGroup.NULL : firstNs,
            filtered == 0 ? RowGroup.NULL : lastNs
        };
        int width = SCHEMA.columns().size();
        long[][] columns = new long[width][1];
        for (int i = 0; i < numbers.length; i++) {
            columns[i][0] = numbers[i];
        }
        for (int i = 0; i < REASONS.length; i++) {
            columns[numbers.length + i][0] = rejected.get(i);
        }
        TextDictionary[] dictionaries = new TextDictionary[width];
        dictionaries[width - 1] = new TextDictionary();
        columns[width - 1][0] = dictionaries[width - 1].indexOf(
                otherSecurities.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return new ColumnBlockEncoder().encode(SCHEMA, 1, columns, dictionaries);
    }

    /** The summary in a block of kind {@link FeedBlock#SUMMARY}. */
    public static SplitSummary decode(byte[] bytes) {
        ColumnBlock block = new ColumnBlock(bytes);
        int width = SCHEMA.columns().size();
        long[] n = new long[width];
        long[] cell = new long[1];
        for (int i = 0; i < width; i++) {
            block.decode(i, cell);
            n[i] = cell[0];
        }
        List<Long> rejected = new ArrayList<>();
        for (int i = 0; i < REASONS.length; i++) {
            rejected.add(n[NAMES.size() + i]);
        }
        List<Long> securities = new ArrayList<>();
        for (String code : block.texts(width - 1).get(0).split(" ")) {
            if (!code.isEmpty()) {
                securities.add(Long.valueOf(code));
            }
        }
        long first = n[9] == RowGroup.NULL ? Long.MAX_VALUE : n[9];
        return new SplitSummary(
                n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], rejected, first, n[10], securities);
    }
}
