package io.midwater.spark;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths for Spark's readers, which take them for patterns. Escaped rather than with {@code __globPaths__} off: with it
 * off, Spark 4.2 reads n files n times each where one of the paths has a character of a pattern.
 */
public final class ExactPaths {
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}*?\\\\]");

    private ExactPaths() {}

    /** The same paths, none of which is a pattern. */
    public static String[] of(List<String> paths) {
        return paths.stream()
                .map(path -> SPECIAL.matcher(path).replaceAll("\\\\$0"))
                .toArray(String[]::new);
    }
}
