package io.midwater.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and a unit, such as "50ms"; "0" needs none. */
final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*(ns|us|ms|s|m|h|d)?");

    private DurationText() {}

    /** @return nanoseconds */
    static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || (matcher.group(2) == null && Long.parseLong(matcher.group(1)) != 0)) {
            throw new IllegalArgumentException(
                    "must be a whole number with a unit (ns, us, ms, s, m, h, d), such as 50ms, was '" + text + "'");
        }
        if (matcher.group(2) == null) {
            return 0;
        }
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), nanos(matcher.group(2)));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("is too long, was '" + text + "'", e);
        }
    }

    /** The same duration in the largest unit that divides it. */
    static String format(long ns) {
        if (ns == 0) {
            return "0";
        }
        for (String unit : new String[] {"d", "h", "m", "s", "ms", "us"}) {
            if (ns % nanos(unit) == 0) {
                return ns / nanos(unit) + unit;
            }
        }
        return ns + "ns";
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> 86_400_000_000_000L;
            default -> throw new IllegalArgumentException("unit is unknown, was '" + unit + "'");
        };
    }
}
