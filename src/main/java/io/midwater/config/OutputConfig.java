package io.midwater.config;

import io.midwater.totals.Aggregate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where results go and in which form.
 *
 * @param path the output directory, as given
 * @param formats at least one
 * @param aggregates the rollups to publish; empty for none
 */
public record OutputConfig(String path, Set<Format> formats, Layout layout, Set<Aggregate> aggregates) {
    public OutputConfig {
        formats = Set.copyOf(formats);
        aggregates = Set.copyOf(aggregates);
    }

    /** File formats of the published tables. */
    public enum Format {
        PARQUET,
        CSV
    }

    /** How units become files. */
    public enum Layout {
        /** One directory per security and business date. */
        SECURITY_DATE,
        /** One directory per business date, units packed in security order; the date is the unit of publication. */
        DATE
    }

    static OutputConfig read(Settings output) {
        String path = output.value("path", Settings::notBlank, text -> text);
        if (path == null) {
            output.problem("path", "is required: the directory of the results");
            path = "";
        }
        List<Format> formats = output.choices("formats", Format.class);
        if (formats.isEmpty()) {
            output.problem("formats", "must not be empty");
        }
        return new OutputConfig(
                path,
                formats.isEmpty() ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats),
                output.choice("layout", Layout.class),
                Set.copyOf(output.choices("aggregates", Aggregate.class)));
    }
}
