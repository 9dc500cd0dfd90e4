package io.midwater.config;

import io.midwater.domain.Bucket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Reads a list of classes: ascending, the last one open. */
final class BucketSettings {
    private BucketSettings() {}

    /** Bounds are inclusive amounts: {name = SMALL, up-to = 1000}. */
    static List<Bucket> ofAmounts(Settings settings, String name) {
        return read(settings, name, "up-to", text -> NumberText.whole(text, 0, Long.MAX_VALUE - 1));
    }

    /** Bounds are exclusive local times: {name = MORNING, before = "12:00"}. */
    static List<Bucket> ofTimes(Settings settings, String name) {
        return read(settings, name, "before", text -> CalendarText.time(text).toNanoOfDay() - 1);
    }

    private static List<Bucket> read(Settings settings, String name, String bound, ToLongFunction<String> parse) {
        List<Bucket> buckets = new ArrayList<>();
        List<Map<String, String>> groups = settings.groups(name);
        Set<String> names = new HashSet<>();
        long previous = -1;
        for (int i = 0; i < groups.size(); i++) {
            Map<String, String> group = new TreeMap<>(groups.get(i));
            String label = group.remove("name");
            String limit = group.remove(bound);
            String which = name + " class " + (i + 1);
            if (label == null || !label.matches("[A-Za-z0-9_.-]+") || !names.add(label)) {
                settings.problem(name, which + " needs a name of its own (letters, digits, _ . -), was " + label);
                label = which;
            }
            if (!group.isEmpty()) {
                settings.problem(name, which + " has unknown " + group.keySet() + ", it takes name and " + bound);
            }
            boolean last = i == groups.size() - 1;
            if (last != (limit == null)) {
                settings.problem(
                        name,
                        last ? "the last class must be open, was " + bound + " = " + limit : which + " needs " + bound);
                continue;
            }
            long upTo = last ? Long.MAX_VALUE : upTo(settings, name, which, limit, parse, previous);
            if (upTo <= previous) {
                settings.problem(name, which + " must lie above the one before, was " + bound + " = " + limit);
            }
            buckets.add(new Bucket(label, upTo));
            previous = upTo;
        }
        if (groups.isEmpty()) {
            settings.problem(name, "must not be empty");
        }
        settings.note(name, groups);
        return buckets;
    }

    private static long upTo(
            Settings settings, String name, String which, String limit, ToLongFunction<String> parse, long previous) {
        try {
            return parse.applyAsLong(limit);
        } catch (IllegalArgumentException e) {
            settings.problem(name, which + " " + e.getMessage());
            return previous + 1;
        }
    }
}
