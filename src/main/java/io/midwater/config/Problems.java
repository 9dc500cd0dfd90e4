package io.midwater.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.List;

/** Collects every problem of a configuration, so that all are reported at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(String path, ConfigOrigin origin, String message) {
        found.add(new Problem(path, place(origin), message));
    }

    /** About a setting that was not given. */
    void add(String path, String message) {
        found.add(new Problem(path, "", message));
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
