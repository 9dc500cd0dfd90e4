package io.midwater.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of a configuration, so that all are reported at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private boolean fileUnread;

    void add(String path, ConfigOrigin origin, String message) {
        found.add(new Problem(path, place(origin), message));
    }

    /** About no place in particular. */
    void add(String path, String message) {
        found.add(new Problem(path, "", message));
    }

    /** The value of a setting cannot be read, which is all there is to say about it. */
    void unreadable(String path, ConfigOrigin origin, String message) {
        unreadable.add(path);
        add(path, origin, message);
    }

    boolean isUnreadable(String path) {
        return unreadable.contains(path);
    }

    /** The configuration file cannot be read, so nobody knows what it leaves out. */
    void fileUnread(String message) {
        fileUnread = true;
        add("", message);
    }

    /** About a setting that was not given. */
    void missing(String path, String message) {
        if (!fileUnread) {
            add(path, message);
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }

    private static String place(ConfigOrigin origin) {
        if (origin.filename() == null) {
            return origin.description();
        }
        return origin.lineNumber() < 0 ? origin.filename() : origin.filename() + ":" + origin.lineNumber();
    }
}
