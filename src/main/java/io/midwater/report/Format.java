package io.midwater.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and foreign text as they stand in the report. Nothing here takes a null: what is missing says why. */
final class Format {
    private static final int MOST_TEXT = 200;
    private static final String MINUS = "\u2212";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final String[] LARGE = {"", " k", " m", " bn", " tn"};

    private Format() {}

    static String count(long value) {
        return sign(String.format(Locale.ROOT, "%,d", value));
    }

    static String decimals(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        // A rounded zero has no sign.
        return sign(text.matches("-0(\\.0*)?") ? text.substring(1) : text);
    }

    static String bps(double value) {
        return decimals(value, 2);
    }

    static String percent(double ratio) {
        return decimals(100 * ratio, 2) + " %";
    }

    /** Three significant digits are enough for a probability, and none below 0.001. */
    static String probability(double p) {
        return p < 0.001 ? "< 0.001" : decimals(p, 3);
    }

    /** An amount of money: whole units from a thousand on. */
    static String money(double value) {
        return decimals(value, Math.abs(value) >= 1000 ? 0 : 2);
    }

    /** A large number in few characters: 3.52 m. */
    static String compact(double value) {
        double size = Math.abs(value);
        int step = 0;
        while (size >= 1000 && step < LARGE.length - 1) {
            size /= 1000;
            step++;
        }
        int decimals = step == 0 && size == Math.rint(size) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return decimals(Math.copySign(size, value), decimals) + LARGE[step];
    }

    static String duration(double ns) {
        double seconds = ns / 1e9;
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 0.001) {
            return decimals(ns / 1e3, 1) + " µs";
        }
        if (seconds < 1) {
            return decimals(seconds * 1e3, seconds < 0.01 ? 1 : 0) + " ms";
        }
        if (seconds < 60) {
            return decimals(seconds, 1) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    static String bytes(long bytes) {
        double size = bytes;
        int step = 0;
        while (size >= 1024 && step < BYTES.length - 1) {
            size /= 1024;
            step++;
        }
        return decimals(size, step == 0 ? 0 : 1) + " " + BYTES[step];
    }

    static String time(String instant) {
        return TIME.format(Instant.parse(instant));
    }

    static String time(long epochNs) {
        return TIME.format(Instant.ofEpochSecond(0, epochNs));
    }

    /** A name of our own, such as an enum's, in words. */
    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Not broken into lines between a number and its percent sign, nor inside "+ = cost". */
    static String together(String text) {
        return text.replace("+ = ", "+\u00a0=\u00a0").replace(" %", "\u00a0%");
    }

    /** Text that somebody else wrote, {@link #plain} and of limited length. */
    static String foreign(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= MOST_TEXT
                ? plain(text)
                : plain(text.substring(0, text.offsetByCodePoints(0, MOST_TEXT))) + " …";
    }

    /** Text on one line: what controls a terminal, a document or the direction of reading is shown as its code. */
    static String plain(String text) {
        if (text.codePoints().allMatch(Format::isPlain)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                plain.appendCodePoint(point);
            } else {
                plain.append(String.format(Locale.ROOT, "\u27e8U+%04X\u27e9", point));
            }
        });
        return plain.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String sign(String text) {
        return text.replace("-", MINUS);
    }
}
