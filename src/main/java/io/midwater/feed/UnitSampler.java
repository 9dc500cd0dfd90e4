package io.midwater.feed;

import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;

/**
 * Looks into files at evenly spread places and estimates what a whole scan would find. Small inputs are read whole, and
 * then the numbers are exact.
 */
public final class UnitSampler {
    /** As much as the line reader fetches at once. */
    static final long CHUNK_BYTES = 256 * 1024;

    /** Looks in all, shared out by size; each file that is looked into gets at least one. */
    private static final int CHUNKS = 256;

    /** Files that are looked into, at most. */
    private static final int MOST_FILES = 1024;

    /** Plain bytes per compressed byte of order data; what a compressed file says of it cannot be relied on. */
    private static final long ASSUMED_COMPRESSION = 6;

    private final Configuration configuration;
    private final FeedOptions options;
    private final Predicate<SecurityDay> wanted;
    private final Map<InputKind, KindCount> kinds = new EnumMap<>(InputKind.class);
    private boolean exact = true;

    private UnitSampler(Configuration configuration, FeedOptions options, Predicate<SecurityDay> wanted) {
        this.configuration = configuration;
        this.options = options;
        this.wanted = wanted;
    }

    /**
     * Samples the files of all kinds that come in security-days.
     *
     * @throws UncheckedIOException if the storage fails
     */
    public static UnitSample sample(Configuration configuration, List<InputFile> files, FeedOptions options) {
        return sample(configuration, files, options, unit -> true);
    }

    /** The same; rows of units that are not wanted count as lying outside the selection. */
    public static UnitSample sample(
            Configuration configuration, List<InputFile> files, FeedOptions options, Predicate<SecurityDay> wanted) {
        UnitSampler sampler = new UnitSampler(configuration, options, wanted);
        List<InputFile> sliced = files.stream().filter(f -> f.kind().sliced()).toList();
        long bytes = sliced.stream().mapToLong(InputFile::size).sum();
        int step = Math.max(1, (sliced.size() + MOST_FILES - 1) / MOST_FILES);
        for (int i = 0; i < sliced.size(); i++) {
            InputFile file = sliced.get(i);
            KindCount kind = sampler.kinds.computeIfAbsent(file.kind(), k -> new KindCount());
            kind.files++;
            kind.bytes += file.size();
            if (i % step == 0) {
                long share = bytes == 0 ? 1 : Math.round((double) CHUNKS * file.size() / bytes);
                sampler.sample(file, kind, Math.max(1, share));
            } else {
                sampler.exact = false;
            }
        }
        return sampler.result();
    }

    private void sample(InputFile file, KindCount kind, long chunks) {
        kind.sampledFileBytes += file.size();
        FileCount count = new FileCount(wanted);
        if (!file.splittable()) {
            long plainBytes = file.size() * ASSUMED_COMPRESSION;
            boolean whole = read(file, 0, CHUNK_BYTES, count);
            kind.add(count, whole ? count.bytes : Math.max(plainBytes, count.bytes));
            exact &= whole;
            return;
        }
        if (file.size() <= chunks * CHUNK_BYTES) {
            read(file, 0, file.size(), count);
            kind.add(count, count.bytes);
            return;
        }
        long last = file.size() - CHUNK_BYTES;
        for (long i = 0; i < chunks; i++) {
            long start = chunks == 1 ? last / 2 : (long) ((double) last * i / (chunks - 1));
            long rows = count.rows;
            long bytes = count.bytes;
            read(file, start, start + CHUNK_BYTES, count);
            kind.rate.add(count.rows - rows, count.bytes - bytes);
        }
        kind.add(count, file.size() - file.header().bytes());
        exact = false;
    }

    /** @return true when the file ended before the chunk did */
    private boolean read(InputFile file, long start, long end, FileCount count) {
        long from = Math.max(start, file.header().bytes());
        try (InputStream in = InputBytes.open(configuration, file, from);
                RowReader rows = new RowReader(file.kind(), file.header(), in, (int) CHUNK_BYTES, from, end, options)) {
            if (start >= file.header().bytes()) {
                rows.skipLine();
            }
            long first = rows.position();
            boolean more = true;
            while (more) {
                more = count.take(rows);
            }
            long behind = file.splittable() ? Math.min(rows.position(), file.size()) : rows.position();
            count.bytes += behind - first;
            return behind <= end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnitSample result() {
        Map<SecurityDay, Double> rows = new HashMap<>();
        List<UnitSample.Kind> estimates = new ArrayList<>();
        kinds.forEach((kind, count) -> {
            double factor = count.sampledFileBytes == 0 ? 1 : (double) count.bytes / count.sampledFileBytes;
            if (kind == InputKind.ORDERS || kind == InputKind.TRADES) {
                count.units.forEach((unit, estimate) -> rows.merge(unit, estimate * factor, Double::sum));
            }
            estimates.add(new UnitSample.Kind(
                    kind,
                    count.files,
                    count.bytes,
                    Math.round(count.rows * factor),
                    Math.round(count.kept * factor),
                    Math.round(count.rejected * factor),
                    Math.round(count.plainBytes * factor),
                    exact ? null : count.rate.relativeError()));
        });
        TreeMap<SecurityDay, Long> units = new TreeMap<>();
        rows.forEach((unit, estimate) -> units.put(unit, Math.max(1, Math.round(estimate))));
        return new UnitSample(units, estimates, exact);
    }

    /** What the samples of one file hold. */
    private static final class FileCount {
        private final Predicate<SecurityDay> wanted;
        private final Map<SecurityDay, Integer> units = new HashMap<>();
        private long bytes;
        private long rows;
        private long kept;
        private long rejected;

        FileCount(Predicate<SecurityDay> wanted) {
            this.wanted = wanted;
        }

        /** Counts a row; false at the end. */
        boolean take(RowReader reader) throws IOException {
            switch (reader.next()) {
                case END -> {
                    return false;
                }
                case BLANK -> {
                    return true;
                }
                case REJECTED -> rejected++;
                case FILTERED -> {}
                case KEPT -> {
                    SecurityDay unit = new SecurityDay(reader.security(), reader.epochDay());
                    if (wanted.test(unit)) {
                        kept++;
                        units.merge(unit, 1, Integer::sum);
                    }
                }
            }
            rows++;
            return true;
        }
    }

    /** What the sampled files of one kind hold. */
    private static final class KindCount {
        private final Map<SecurityDay, Double> units = new HashMap<>();
        private final SampledRate rate = new SampledRate();
        private int files;
        private long bytes;
        private long sampledFileBytes;
        private double plainBytes;
        private double rows;
        private double kept;
        private double rejected;

        void add(FileCount file, long wholeBytes) {
            double factor = file.bytes == 0 ? 1 : (double) wholeBytes / file.bytes;
            plainBytes += wholeBytes;
            rows += file.rows * factor;
            kept += file.kept * factor;
            rejected += file.rejected * factor;
            file.units.forEach((unit, count) -> units.merge(unit, count * factor, Double::sum));
        }
    }
}
