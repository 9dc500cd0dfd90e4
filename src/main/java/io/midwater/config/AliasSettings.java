package io.midwater.config;

import static io.midwater.domain.InputColumn.canonical;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the extra header names of a kind's columns. */
final class AliasSettings {
    private AliasSettings() {}

    static Map<String, List<String>> read(Settings columns, InputKind kind) {
        Map<String, InputColumn> canonical = new TreeMap<>();
        Map<String, String> owners = new HashMap<>();
        for (InputColumn column : kind.columns()) {
            canonical.put(canonical(column.name()), column);
            owners.put(canonical(column.name()), column.name());
            column.aliases().forEach(alias -> owners.put(alias, column.name()));
        }
        Map<String, List<String>> aliases = new TreeMap<>();
        for (String name : columns.names()) {
            InputColumn column = canonical.get(canonical(name));
            if (column == null) {
                columns.problem(name, "unknown column of " + kind.label() + ", must be one of " + names(kind));
                continue;
            }
            List<String> extra = columns.values(name, AliasSettings::header, alias -> alias);
            for (String alias : extra) {
                String owner = owners.putIfAbsent(alias, column.name());
                if (owner != null && !owner.equals(column.name())) {
                    columns.problem(name, "header name '" + alias + "' already stands for " + owner);
                }
            }
            aliases.put(column.name(), extra);
        }
        return aliases;
    }

    private static String header(String text) {
        String alias = canonical(text);
        if (alias.isEmpty()) {
            throw new IllegalArgumentException("must hold a letter or digit, was '" + text + "'");
        }
        return alias;
    }

    private static String names(InputKind kind) {
        return kind.columns().stream().map(InputColumn::name).collect(Collectors.joining(", "));
    }
}
