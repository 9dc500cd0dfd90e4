package io.midwater.config;

import io.midwater.domain.InputKind;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is read and how.
 *
 * @param paths files, directories or globs per kind, as given; empty where the kind is not given
 * @param aliases more header names per kind and canonical column, in lower case, letters and digits only
 * @param fromNs first accepted timestamp, nanoseconds since 1970-01-01 UTC
 * @param toNs first timestamp beyond the range
 * @param priceDecimals decimals that prices in the files carry
 * @param maxRejectRate share of rejected rows above which the input cannot be used, 0..1
 */
public record InputConfig(
        Map<InputKind, List<String>> paths,
        Map<InputKind, Map<String, List<String>>> aliases,
        long fromNs,
        long toNs,
        int priceDecimals,
        double maxRejectRate,
        Csv csv)
        implements Serializable {
    private static final int ALWAYS_ALLOWED = 10;
    /** The largest price-decimals. */
    public static final int MOST_PRICE_DECIMALS = 9;

    public InputConfig {
        paths = Map.copyOf(paths);
        aliases = Map.copyOf(aliases);
    }

    /**
     * How lines and fields are told apart.
     *
     * @param maxLineBytes a longer line is rejected
     */
    public record Csv(char delimiter, char quote, int maxLineBytes) implements Serializable {}

    /** True where more rows are rejected than can be put up with: more than ten, and more than the rate allows. */
    public boolean tooManyRejected(long rejected, long rows) {
        return rejected > Math.max(ALWAYS_ALLOWED, maxRejectRate * rows);
    }

    static InputConfig read(Settings input) {
        Map<InputKind, List<String>> paths = new EnumMap<>(InputKind.class);
        Map<InputKind, Map<String, List<String>>> aliases = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            paths.put(kind, input.texts(kind.label()));
            aliases.put(kind, AliasSettings.read(input.group("columns").group(kind.label()), kind));
        }
        require(input, paths, InputKind.ORDERS);
        require(input, paths, InputKind.TRADES);
        List<Long> range = input.values("timestamp-range", CalendarText::utcNs, CalendarText::utcText);
        if (range.size() != 2 || range.get(0) < 0 || range.get(0) >= range.get(1)) {
            input.problem("timestamp-range", "must be [from, to] with from before to and not before 1970-01-01");
            range = List.of(0L, Long.MAX_VALUE);
        }
        return new InputConfig(
                paths,
                aliases,
                range.get(0),
                range.get(1),
                (int) input.whole("price-decimals", 0, MOST_PRICE_DECIMALS),
                input.decimal("max-reject-rate", 0, 1),
                csv(input.group("csv")));
    }

    private static void require(Settings input, Map<InputKind, List<String>> paths, InputKind kind) {
        if (paths.get(kind).isEmpty()) {
            input.problem(kind.label(), "is required: files, directories or globs");
        }
    }

    private static Csv csv(Settings csv) {
        char delimiter = csv.value("delimiter", InputConfig::separator, String::valueOf);
        char quote = csv.value("quote", InputConfig::separator, String::valueOf);
        if (delimiter == quote) {
            csv.problem("quote", "must differ from the delimiter, both were '" + quote + "'");
        }
        long maxLineBytes = csv.value("max-line-bytes", InputConfig::lineBytes, bytes -> bytes);
        return new Csv(delimiter, quote, Math.toIntExact(maxLineBytes));
    }

    private static long lineBytes(String text) {
        return NumberText.whole(String.valueOf(ByteSize.parse(text)), 1024, 1 << 26);
    }

    /**
     * What may separate columns, or quote them.
     *
     * @throws IllegalArgumentException saying what it must be, without a name in front
     */
    public static char separator(String text) {
        char first = text.length() == 1 ? text.charAt(0) : 0;
        if (first == '\t'
                || (first > ' ' && first < 127 && !Character.isLetterOrDigit(first) && "-.+".indexOf(first) < 0)) {
            return first;
        }
        throw new IllegalArgumentException(
                "must be one ASCII character that is no letter, no digit and none of - . +, was '"
                        + text.replace("\n", "\\n") + "'");
    }
}
