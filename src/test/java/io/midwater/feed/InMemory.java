package io.midwater.feed;

import io.midwater.domain.InputKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scans bytes as if they were a file. */
final class InMemory {
    private InMemory() {}

    static InputFile file(byte[] content, InputKind kind, FeedOptions options) {
        List<String> problems = new ArrayList<>();
        try {
            HeaderMapping header =
                    new HeaderReader(options).read(new ByteArrayInputStream(content), kind, Map.of(), problems);
            if (header == null) {
                throw new InputException(problems);
            }
            return new InputFile(0, kind, "memory", content.length, 0, Compression.NONE, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scanned scan(String content, InputKind kind, FeedOptions options) {
        return scan(content.getBytes(StandardCharsets.UTF_8), kind, options, LineReader.CAPACITY, List.of());
    }

    /** Scans with the file cut at the given offsets, ascending. */
    static Scanned scan(byte[] content, InputKind kind, FeedOptions options, int capacity, List<Integer> cuts) {
        InputFile file = file(content, kind, options);
        List<FeedBlock> blocks = new ArrayList<>();
        long start = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            long end = i == cuts.size() ? content.length : cuts.get(i);
            Split split = new Split(0, kind, i, start, end);
            int from = (int) Math.min(SplitScan.firstByte(file, split), content.length);
            InputStream in = new Dripping(content, from);
            try (SplitScan scan = new SplitScan(file, split, options, in, capacity)) {
                scan.forEachRemaining(blocks::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            start = end;
        }
        return Scanned.of(kind, blocks);
    }

    /** Gives a few bytes at a time, as networks do. */
    private static final class Dripping extends ByteArrayInputStream {
        private int reads;

        Dripping(byte[] content, int from) {
            super(content, from, content.length - from);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            reads++;
            return super.read(into, offset, Math.min(length, 1 + reads * 7 % 13));
        }
    }
}
