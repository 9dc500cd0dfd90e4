package io.midwater.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of one group, read with their types. What cannot be read becomes a problem and the default takes its
 * place, so that reading goes on to the next problem. Every value read is noted in its canonical form.
 */
final class Settings {
    private final Config given;
    private final Config defaults;
    private final String prefix;
    private final Problems problems;
    private final SortedMap<String, Object> effective;

    Settings(Config given, Config defaults, String prefix, Problems problems, SortedMap<String, Object> effective) {
        this.given = given;
        this.defaults = defaults;
        this.prefix = prefix;
        this.problems = problems;
        this.effective = effective;
    }

    Settings group(String name) {
        return new Settings(given, defaults, prefix + name + ".", problems, effective);
    }

    /** A single value; null where neither the user nor the defaults have one. */
    <T> T value(String name, Function<String, T> parse, Function<T, ?> print) {
        T value = null;
        ConfigValue found = find(name);
        if (found != null) {
            try {
                value = parse.apply(text(found));
            } catch (IllegalArgumentException e) {
                problems.unreadable(prefix + name, found.origin(), e.getMessage());
                value = defaults.hasPath(prefix + name) ? parse.apply(defaults.getString(prefix + name)) : null;
            }
        }
        effective.put(prefix + name, value == null ? null : print.apply(value));
        return value;
    }

    boolean flag(String name) {
        return value(name, NumberText::flag, flag -> flag);
    }

    long whole(String name, long min, long max) {
        return value(name, text -> NumberText.whole(text, min, max), number -> number);
    }

    double decimal(String name, double min, double max) {
        return value(name, text -> NumberText.decimal(text, min, max), number -> number);
    }

    /** @return nanoseconds */
    long duration(String name) {
        return value(name, DurationText::parse, DurationText::format);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        Choice<E> choice = new Choice<>(type, '-');
        return value(name, choice::parse, choice::print);
    }

    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        Choice<E> choice = new Choice<>(type, '_');
        return sorted(name, choice::parse, choice::print);
    }

    /** A list whose order and repetitions mean nothing: ascending, each value once. */
    <T extends Comparable<? super T>> List<T> sorted(String name, Function<String, T> parse, Function<T, ?> print) {
        List<T> values = values(name, parse, print).stream().distinct().sorted().toList();
        effective.put(prefix + name, values.stream().map(print).toList());
        return values;
    }

    /** A list; a single text stands for its parts between commas. */
    <T> List<T> values(String name, Function<String, T> parse, Function<T, ?> print) {
        return list(name, ",", parse, print);
    }

    /** A list of texts that may hold commas; a single text is a list of one. */
    List<String> texts(String name) {
        return list(name, null, Settings::notBlank, text -> text);
    }

    /** The names in this group, for groups whose names are not fixed; ready to be read with the other methods. */
    List<String> names() {
        String path = prefix.substring(0, prefix.length() - 1);
        return given.hasPath(path)
                ? given.getObject(path).keySet().stream()
                        .sorted()
                        .map(ConfigUtil::joinPath)
                        .toList()
                : List.of();
    }

    /** A list of groups as maps from name to text. */
    List<Map<String, String>> groups(String name) {
        List<Map<String, String>> groups = new ArrayList<>();
        ConfigValue found = find(name);
        if (!(found instanceof ConfigList list)) {
            problems.add(prefix + name, found.origin(), "must be a list of groups, was " + describe(found));
            return groups;
        }
        for (ConfigValue element : list) {
            if (element instanceof ConfigObject group) {
                Map<String, String> texts = new TreeMap<>();
                group.forEach((key, value) -> texts.put(key, String.valueOf(value.unwrapped())));
                groups.add(texts);
            } else {
                problems.add(prefix + name, element.origin(), "must be a group { … }, was " + describe(element));
            }
        }
        return groups;
    }

    /** Notes the canonical form of something read through {@link #groups}. */
    void note(String name, Object canonical) {
        effective.put(prefix + name, canonical);
    }

    /** A problem with a value that could be read, seen beside the others. */
    void problem(String name, String message) {
        if (problems.isUnreadable(prefix + name)) {
            return;
        }
        if (given.hasPath(prefix + name)) {
            problems.add(prefix + name, given.getValue(prefix + name).origin(), message);
        } else {
            problems.missing(prefix + name, message);
        }
    }

    private <T> List<T> list(String name, String separator, Function<String, T> parse, Function<T, ?> print) {
        List<T> values = new ArrayList<>();
        List<Object> printed = new ArrayList<>();
        ConfigValue found = find(name);
        for (ConfigValue element : found instanceof ConfigList list ? list : List.of(found)) {
            try {
                String text = text(element);
                boolean split = separator != null && found == element;
                for (String part : split ? text.split(separator) : new String[] {text}) {
                    T value = parse.apply(split ? part.strip() : part);
                    values.add(value);
                    printed.add(print.apply(value));
                }
            } catch (IllegalArgumentException e) {
                problems.unreadable(prefix + name, element.origin(), e.getMessage());
            }
        }
        effective.put(prefix + name, printed);
        return List.copyOf(values);
    }

    private ConfigValue find(String name) {
        String path = prefix + name;
        if (given.hasPath(path)) {
            return given.getValue(path);
        }
        return defaults.hasPath(path) ? defaults.getValue(path) : null;
    }

    private static String text(ConfigValue value) {
        if (value.valueType() == ConfigValueType.LIST || value.valueType() == ConfigValueType.OBJECT) {
            throw new IllegalArgumentException("must be a single value, was " + describe(value));
        }
        return String.valueOf(value.unwrapped());
    }

    static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank, was '" + text + "'");
        }
        return text;
    }

    static String describe(ConfigValue value) {
        return switch (value.valueType()) {
            case LIST -> "a list";
            case OBJECT -> "a group { … }";
            case NULL -> "null";
            case NUMBER, BOOLEAN, STRING -> "'" + value.unwrapped() + "'";
        };
    }
}
