package io.midwater.domain;

import java.util.List;

/**
 * A canonical column of an input kind.
 *
 * @param name the canonical name, and the column's name in the published table
 * @param required a file without it cannot be used
 * @param aliases other header names, canonicalised (lower case, letters and digits only); the name itself always matches
 */
public record InputColumn(String name, ValueKind kind, boolean required, List<String> aliases) {
    public InputColumn {
        aliases = List.copyOf(aliases);
    }

    /**
     * A header name as names are compared: lower case, letters and digits of any script only. A canonical name is its own.
     */
    public static String canonical(String name) {
        StringBuilder canonical = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> canonical.appendCodePoint(Character.toLowerCase(c)));
        return canonical.toString();
    }

    /** True where a row without a value is rejected. A quote may be missing in a file that has the column. */
    public boolean valueRequired() {
        return required && kind != ValueKind.QUOTE_PRICE;
    }

    static InputColumn required(String name, ValueKind kind, String... aliases) {
        return new InputColumn(name, kind, true, List.of(aliases));
    }

    static InputColumn optional(String name, ValueKind kind, String... aliases) {
        return new InputColumn(name, kind, false, List.of(aliases));
    }
}
