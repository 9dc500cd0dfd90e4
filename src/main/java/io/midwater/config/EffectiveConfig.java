package io.midwater.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import io.midwater.domain.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every setting of a run in its canonical form, and hashes of the parts that decide the results. */
public final class EffectiveConfig {
    /** Settings that change how a run works or where its results go, not what they are. */
    private static final List<String> WITHOUT_RESULT = List.of("run.", "output.path", "output.formats");

    private static final String AGGREGATES = "output.aggregates";

    /** Decides the files of the tables, not the rows in them. */
    private static final String LAYOUT = "output.layout";

    /** The one aggregate with sums of its own in each unit: its settings are a unit's only where it is asked for. */
    private static final String RULE605 = "rule605";

    /** Settings that decide which units there are and what is made of them together, not what is in one. */
    private static final List<String> ACROSS_UNITS = List.of(
            "input.orders",
            "input.trades",
            "input.quotes",
            "input.sessions",
            "input.reference",
            "input.participants",
            "input.max-reject-rate",
            "select.securities",
            "select.dates.",
            LAYOUT,
            AGGREGATES);

    private final SortedMap<String, Object> values;

    EffectiveConfig(SortedMap<String, Object> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** True for a setting, by its path below midwater, that may change the rows of the published tables. */
    public static boolean decidesResult(String path) {
        return !startsWithAny(path, WITHOUT_RESULT) && !path.equals(LAYOUT);
    }

    String json() {
        return render(values, true);
    }

    String resultHash() {
        return hash(path -> !startsWithAny(path, WITHOUT_RESULT));
    }

    String unitHash() {
        boolean rule605 = values.get(AGGREGATES) instanceof List<?> asked && asked.contains(RULE605);
        return hash(path -> !startsWithAny(path, WITHOUT_RESULT)
                && !startsWithAny(path, ACROSS_UNITS)
                && (rule605 || !path.startsWith("metrics." + RULE605 + ".")));
    }

    private String hash(Predicate<String> part) {
        Map<String, Object> chosen = new TreeMap<>(values);
        chosen.keySet().removeIf(part.negate());
        return Sha256.hex(render(chosen, false));
    }

    private static String render(Map<String, Object> values, boolean formatted) {
        ConfigRenderOptions options = ConfigRenderOptions.concise().setFormatted(formatted);
        return ConfigFactory.parseMap(values).atPath("midwater").root().render(options);
    }

    private static boolean startsWithAny(String path, List<String> prefixes) {
        return prefixes.stream().anyMatch(path::startsWith);
    }
}
