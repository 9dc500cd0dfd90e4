package io.midwater.feed;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnBlock;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * The files that are read whole by the driver: reference data and brokers.
 *
 * <pre>
 * Id,TradeDate,Name,Currency,DecimalsInPrice
 * 85603,2024-09-05T00:00Z,CBA,AUD,1
 * </pre>
 *
 * @param account summary and rejects of each file, as a split would give them
 */
public record SmallFiles(
        DatedRows<ReferenceRow> reference, DatedRows<ParticipantRow> participants, List<FeedBlock> account) {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    public SmallFiles {
        account = List.copyOf(account);
    }

    /**
     * Reads every reference and participants file among these; a later file's row wins over an earlier one's of the same
     * id and date.
     */
    public static SmallFiles read(Configuration configuration, List<InputFile> files, FeedOptions options) {
        DatedRows<ReferenceRow> reference = new DatedRows<>();
        DatedRows<ParticipantRow> participants = new DatedRows<>();
        List<FeedBlock> account = new ArrayList<>();
        DateParser dates = new DateParser(options.dates().zone());
        for (InputFile file : files) {
            if (file.kind().sliced()) {
                continue;
            }
            Split whole = new Split(file.index(), file.kind(), 0, 0, Long.MAX_VALUE);
            try (SplitScan scan = new SplitScan(configuration, file, whole, options)) {
                while (scan.hasNext()) {
                    FeedBlock block = scan.next();
                    if (!block.holdsRows()) {
                        account.add(block);
                    } else if (file.kind() == InputKind.REFERENCE) {
                        addReference(rows(block), dates, reference);
                    } else {
                        addParticipants(rows(block), dates, participants);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new SmallFiles(reference, participants, account);
    }

    private static PackedRows rows(FeedBlock block) {
        return ColumnBlock.concat(
                BlockSchemas.of(block.inputKind()), List.of(new ColumnBlock(block.bytes())), new ColumnMemory());
    }

    private static void addReference(PackedRows rows, DateParser dates, DatedRows<ReferenceRow> into) {
        for (int row = 0; row < rows.rows(); row++) {
            long id = rows.column("id").get(row);
            into.put(
                    id,
                    date(rows, row, dates),
                    new ReferenceRow(
                            id,
                            text(rows, row, "name"),
                            text(rows, row, "currency"),
                            number(rows, row, "currencyunit"),
                            number(rows, row, "currencyrelation"),
                            number(rows, row, "decimalsinprice"),
                            number(rows, row, "decimalsinquantity"),
                            number(rows, row, "ticksize"),
                            amount(rows, row, "pricelimitlower"),
                            amount(rows, row, "pricelimitupper"),
                            amount(rows, row, "referenceprice")));
        }
    }

    private static void addParticipants(PackedRows rows, DateParser dates, DatedRows<ParticipantRow> into) {
        for (int row = 0; row < rows.rows(); row++) {
            long id = rows.column("id").get(row);
            into.put(id, date(rows, row, dates), new ParticipantRow(id, text(rows, row, "participantname")));
        }
    }

    /** Older than any date where the row has none. */
    private static int date(PackedRows rows, int row, DateParser dates) {
        String text = text(rows, row, "tradedate");
        if (text == null) {
            return Integer.MIN_VALUE;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return dates.dateOrTime(Arrays.copyOf(bytes, bytes.length + LineReader.PADDING), 0, bytes.length);
    }

    private static String text(PackedRows rows, int row, String column) {
        int position = rows.schema().indexOf(column);
        long index = rows.column(position).get(row);
        return index == RowGroup.NULL ? null : rows.dictionary(position).text((int) index);
    }

    /** A positive decimal; null for anything else. */
    private static BigDecimal amount(PackedRows rows, int row, String column) {
        String text = text(rows, row, column);
        if (text == null || !AMOUNT.matcher(text.strip()).matches()) {
            return null;
        }
        BigDecimal amount = new BigDecimal(text.strip());
        return amount.signum() > 0 ? amount : null;
    }

    private static Long number(PackedRows rows, int row, String column) {
        long value = rows.column(column).get(row);
        return value == RowGroup.NULL ? null : value;
    }
}
