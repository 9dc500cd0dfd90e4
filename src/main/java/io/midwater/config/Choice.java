package io.midwater.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A setting that is one of an enum's constants, written in lower case. Hyphens and underscores are one character. */
final class Choice<E extends Enum<E>> {
    private final E[] constants;
    private final char separator;

    /** @param separator how the words of a constant are joined in texts of ours */
    Choice(Class<E> type, char separator) {
        this.constants = type.getEnumConstants();
        this.separator = separator;
    }

    E parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            names.add(print(constant));
        }
        throw new IllegalArgumentException("must be one of " + String.join(", ", names) + ", was '" + text + "'");
    }

    String print(E constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', separator);
    }
}
