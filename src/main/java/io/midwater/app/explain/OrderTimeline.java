package io.midwater.app.explain;

import io.midwater.domain.BusinessCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the lives of one order below each other on one time axis, in characters that every terminal has. */
final class OrderTimeline {
    private static final int WIDTH = 72;
    private static final String LINE = "  %-9s  %s";
    private static final char LIVES = '=';
    private static final char SEVERAL = '*';

    private OrderTimeline() {}

    /** What can happen to an order. */
    enum Mark {
        NEW('N', "new or reloaded"),
        CHANGED('C', "changed"),
        DARK('D', "dark fill"),
        LIT('L', "lit fill"),
        AUCTION('A', "auction fill"),
        OTHER_FILL('O', "other fill"),
        MATCH('M', "simulated match"),
        ENDED('X', "ended before full");

        private final char letter;
        private final String words;

        Mark(char letter, String words) {
            this.letter = letter;
            this.words = words;
        }
    }

    /** @param quantity shares; 0 where none traded */
    record Moment(long ns, Mark mark, long quantity) {}

    /** A life from one time to another, in nanoseconds since 1970 UTC; moments outside are drawn at its ends. */
    record Life(String name, long fromNs, long toNs, List<Moment> moments) {
        Life {
            if (toNs < fromNs) {
                throw new IllegalArgumentException("a life must not end before it begins, was " + fromNs + ".." + toNs);
            }
            moments = List.copyOf(moments);
        }
    }

    /**
     * The axis, a line for each life, and what its letters are with how many and how many shares.
     *
     * @param lives at least one
     */
    static List<String> draw(List<Life> lives) {
        long from = lives.stream().mapToLong(Life::fromNs).min().orElseThrow();
        long to = lives.stream().mapToLong(Life::toNs).max().orElseThrow();
        List<String> lines = new ArrayList<>();
        String start = instant(from);
        String end = instant(to);
        lines.add(String.format(LINE, "UTC", start + " ".repeat(WIDTH - start.length() - end.length()) + end));
        lines.add(String.format(LINE, "", "|" + "-----------------|".repeat(3) + "----------------|"));
        for (Life life : lives) {
            lines.add(String.format(LINE, life.name(), line(life, from, to)));
        }
        for (Life life : lives) {
            lines.add(String.format(LINE, life.name(), legend(life)));
        }
        return lines;
    }

    private static String line(Life life, long from, long to) {
        char[] line = new char[WIDTH];
        Arrays.fill(line, ' ');
        int first = column(life.fromNs(), from, to);
        int last = column(life.toNs(), from, to);
        Arrays.fill(line, first, last + 1, LIVES);
        for (Moment moment : life.moments()) {
            int at = Math.max(first, Math.min(last, column(moment.ns(), from, to)));
            char letter = moment.mark().letter;
            line[at] = line[at] == LIVES || line[at] == letter ? letter : SEVERAL;
        }
        return new String(line).stripTrailing();
    }

    private static int column(long ns, long from, long to) {
        return to == from ? 0 : (int) ((ns - from) / (double) (to - from) * (WIDTH - 1));
    }

    private static String legend(Life life) {
        Map<Mark, long[]> counted = new EnumMap<>(Mark.class);
        for (Moment moment : life.moments()) {
            long[] sums = counted.computeIfAbsent(moment.mark(), mark -> new long[2]);
            sums[0]++;
            sums[1] += moment.quantity();
        }
        List<String> words = new ArrayList<>();
        counted.forEach((mark, sums) -> words.add(mark.letter + " " + mark.words
                + String.format(Locale.ROOT, ": %,d", sums[0])
                + (sums[1] == 0 ? "" : String.format(Locale.ROOT, ", %,d shares", sums[1]))));
        return words.isEmpty() ? "nothing" : String.join("; ", words);
    }

    private static String instant(long ns) {
        return BusinessCalendar.instant(ns).toString();
    }
}
