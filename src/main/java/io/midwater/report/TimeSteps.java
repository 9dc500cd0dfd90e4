package io.midwater.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The times after arrival at which aggregate {@code time_to_fill} counts, as the axis of a chart names them. */
final class TimeSteps {
    private static final Map<Long, String> UNITS = new TreeMap<>(
            Map.of(1_000_000L, "ms", 1_000_000_000L, "s", 60_000_000_000L, "min", 3_600_000_000_000L, "h"));

    private TimeSteps() {}

    static List<String> labels(List<Long> steps) {
        return steps.stream().map(TimeSteps::label).toList();
    }

    /** In the largest unit of which it is a whole number. */
    private static String label(long ns) {
        String label = Format.duration(ns);
        for (Map.Entry<Long, String> unit : UNITS.entrySet()) {
            if (ns % unit.getKey() == 0) {
                label = ns / unit.getKey() + " " + unit.getValue();
            }
        }
        return label;
    }
}
