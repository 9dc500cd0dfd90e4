package io.midwater.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts files into pieces of work. */
public final class Splits {
    private static final long SMALLEST = 16L << 20;
    private static final long LARGEST = 128L << 20;
    private static final int PIECES = 64;

    private Splits() {}

    /**
     * The largest piece of an input, in bytes: a sixty-fourth of it, so that many cores have work, but no less than 16 MiB
     * and no more than 128 MiB. A task costs some milliseconds, and each adds its parts to the shuffle.
     */
    public static long largest(Collection<InputFile> files) {
        long bytes = files.stream()
                .filter(file -> file.kind().sliced())
                .mapToLong(InputFile::size)
                .sum();
        return Math.max(SMALLEST, Math.min(LARGEST, bytes / PIECES));
    }

    /**
     * Splits of about equal size, at most {@code targetBytes} each; one for a compressed or an empty file. Files that are
     * read whole by the driver are left out.
     */
    public static List<Split> plan(List<InputFile> files, long targetBytes) {
        if (targetBytes < 1) {
            throw new IllegalArgumentException("split size must be positive, was " + targetBytes);
        }
        List<Split> splits = new ArrayList<>();
        for (InputFile file : files) {
            if (!file.kind().sliced()) {
                continue;
            }
            if (!file.splittable()) {
                splits.add(new Split(file.index(), file.kind(), 0, 0, Long.MAX_VALUE));
                continue;
            }
            int pieces = Math.toIntExact(Math.max(1, (file.size() + targetBytes - 1) / targetBytes));
            for (int i = 0; i < pieces; i++) {
                splits.add(new Split(file.index(), file.kind(), i, cut(file, i, pieces), cut(file, i + 1, pieces)));
            }
        }
        return splits;
    }

    private static long cut(InputFile file, int piece, int pieces) {
        return file.size() / pieces * piece + file.size() % pieces * piece / pieces;
    }
}
