package io.midwater.feed;

import io.midwater.domain.InputKind;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** Reads files to say what is in them: one pass, every value of every row checked, nothing kept. */
public final class CensusTaker {
    private static final Map<InputKind, List<String>> QUOTES = Map.of(
            InputKind.ORDERS, List.of("national_bid", "national_offer"),
            InputKind.TRADES, List.of("nationalbidpricesnapshot", "nationalofferpricesnapshot"),
            InputKind.QUOTES, List.of("bidprice", "offerprice"));

    /** What makes two trade legs one, so that copies of a leg count under any sequence number. */
    private static final List<String> LEG =
            List.of("securitycode", "matchgroupid", "side", "orderid", "tradeprice", "quantity");

    private final Configuration configuration;
    private final Map<InputKind, Map<String, List<String>>> aliases;
    private final FeedOptions options;
    private final HeaderReader headers;

    /**
     * @param aliases extra header names per kind and canonical column
     * @param options the selection in it is not used
     */
    public CensusTaker(
            Configuration configuration, Map<InputKind, Map<String, List<String>>> aliases, FeedOptions options) {
        this.configuration = configuration;
        this.aliases = Map.copyOf(aliases);
        this.options = options.withSelection(Integer.MIN_VALUE, Integer.MAX_VALUE);
        this.headers = new HeaderReader(this.options);
    }

    /** One census per file, in path order; a path or file that cannot be used is one with an error. */
    public List<Census> take(List<String> paths) {
        List<Census> files = new ArrayList<>();
        for (String path : paths) {
            FileFinder finder = new FileFinder(configuration);
            finder.find(path);
            finder.problems().forEach(problem -> files.add(Census.unusable(path, null, problem)));
            finder.found().forEach(status -> files.add(take(status)));
        }
        return files;
    }

    private Census take(FileStatus status) {
        String path = status.getPath().toString();
        Compression compression = Compression.ofName(status.getPath().getName());
        InputKind kind = null;
        try {
            List<String> names = names(path, compression);
            InputKind guess = names == null ? InputKind.ORDERS : guess(names);
            List<String> problems = new ArrayList<>();
            HeaderMapping header;
            try (InputStream in = InputBytes.open(configuration, path, compression)) {
                header = headers.read(in, guess, aliases.getOrDefault(guess, Map.of()), problems);
            }
            if (header == null) {
                String reading = names == null ? "" : "read as " + guess.label() + ": ";
                return Census.unusable(path, null, reading + String.join("; ", problems));
            }
            kind = guess;
            return count(path, compression, kind, header, columns(names, kind, header));
        } catch (InputException | IOException e) {
            return Census.unusable(path, kind, String.valueOf(e.getMessage()));
        }
    }

    private List<String> names(String path, Compression compression) throws IOException {
        try (InputStream in = InputBytes.open(configuration, path, compression)) {
            return headers.names(in);
        }
    }

    private InputKind guess(List<String> names) {
        InputKind best = null;
        int most = Integer.MIN_VALUE;
        for (InputKind kind : InputKind.values()) {
            int suits = headers.suits(names, kind, aliases.getOrDefault(kind, Map.of()));
            if (suits > most) {
                most = suits;
                best = kind;
            }
        }
        return best;
    }

    private static Map<String, String> columns(List<String> names, InputKind kind, HeaderMapping header) {
        Map<String, String> columns = new TreeMap<>();
        for (int i = 0; i < header.positions().size(); i++) {
            if (header.positions().get(i) >= 0) {
                columns.put(
                        kind.columns().get(i).name(),
                        names.get(header.positions().get(i)));
            }
        }
        return columns;
    }

    private Census count(
            String path, Compression compression, InputKind kind, HeaderMapping header, Map<String, String> columns)
            throws IOException {
        SplitCounters counters = new SplitCounters();
        DuplicateWindow window = new DuplicateWindow();
        LongSet securities = new LongSet();
        LongSet dates = new LongSet();
        int[] compared = compared(kind);
        int[] quotes = quotes(kind, header);
        long duplicates = 0;
        long crossed = 0;
        long missing = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        try (InputStream in = InputBytes.open(configuration, path, compression);
                RowReader row = reader(in, kind, header)) {
            for (RowReader.Outcome outcome = row.next(); outcome != RowReader.Outcome.END; outcome = row.next()) {
                if (outcome == RowReader.Outcome.BLANK) {
                    counters.blank();
                } else if (outcome == RowReader.Outcome.REJECTED) {
                    counters.rejected(row.reason());
                } else if (window.seen(hash(row, kind.schema(), compared))) {
                    counters.kept(row);
                    duplicates++;
                } else {
                    counters.kept(row);
                    if (kind.sliced()) {
                        securities.add(row.security());
                        dates.add(row.epochDay() + 1L);
                        first = Math.min(first, row.epochDay());
                        last = Math.max(last, row.epochDay());
                    }
                    if (quotes != null) {
                        long bid = row.values()[quotes[0]];
                        long offer = row.values()[quotes[1]];
                        missing += bid <= 0 || offer <= 0 ? 1 : 0;
                        crossed += offer > 0 && bid > offer ? 1 : 0;
                    }
                    if (row.texts().full()) {
                        row.texts().clear();
                    }
                }
            }
        }
        SplitSummary summary = counters.summary(0);
        return new Census(
                path,
                kind,
                columns,
                header.unknown(),
                summary.rows(),
                summary.kept() - duplicates,
                summary.rejectedRows(),
                summary.blank(),
                duplicates,
                reasons(summary),
                securities.size(),
                dates.size(),
                last < first ? null : LocalDate.ofEpochDay(first),
                last < first ? null : LocalDate.ofEpochDay(last),
                crossed,
                missing,
                summary.replacedTexts(),
                summary.dateDisagreements(),
                summary.leavesAboveQuantity(),
                null);
    }

    private RowReader reader(InputStream in, InputKind kind, HeaderMapping header) throws IOException {
        in.skipNBytes(header.bytes());
        return new RowReader(kind, header, in, LineReader.CAPACITY, header.bytes(), Long.MAX_VALUE, options);
    }

    private static Map<String, Long> reasons(SplitSummary summary) {
        Map<String, Long> reasons = new TreeMap<>();
        for (RejectReason reason : RejectReason.values()) {
            if (summary.rejected(reason) > 0) {
                reasons.put(reason.name(), summary.rejected(reason));
            }
        }
        return reasons;
    }

    /** The columns whose values make a row what it is. */
    private static int[] compared(InputKind kind) {
        return kind == InputKind.TRADES
                ? LEG.stream().mapToInt(kind.schema()::indexOf).toArray()
                : kind.contentColumns();
    }

    private static int[] quotes(InputKind kind, HeaderMapping header) {
        if (!QUOTES.containsKey(kind)) {
            return null;
        }
        int bid = kind.schema().indexOf(QUOTES.get(kind).get(0));
        int offer = kind.schema().indexOf(QUOTES.get(kind).get(1));
        boolean there = header.positions().get(bid) >= 0 && header.positions().get(offer) >= 0;
        return there ? new int[] {bid, offer} : null;
    }

    private static long hash(RowReader row, TableSchema schema, int[] columns) {
        long[] values = row.values();
        long hash = row.epochDay();
        for (int column : columns) {
            long value = values[column];
            if (value != RowGroup.NULL && schema.columns().get(column).type() == ColumnType.TEXT) {
                value = row.texts().text((int) value).hashCode();
            }
            hash = (hash ^ value) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
