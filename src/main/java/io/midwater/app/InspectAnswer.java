package io.midwater.app;

import io.midwater.feed.Census;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code inspect --json} prints. */
record InspectAnswer(List<File> files) {
    static InspectAnswer of(List<Census> files) {
        return new InspectAnswer(files.stream().map(File::of).toList());
    }

    /**
     * What is in a file, as in {@link Census}.
     *
     * @param firstDate ISO-8601; null where no row is accepted
     * @param ignoredColumns header names that mean nothing to us
     */
    record File(
            String path,
            String kind,
            long rows,
            long accepted,
            long rejected,
            long blank,
            long duplicates,
            Map<String, Long> reasons,
            long securities,
            long dates,
            String firstDate,
            String lastDate,
            Map<String, String> columns,
            List<String> ignoredColumns,
            long crossedQuotes,
            long missingQuotes,
            long replacedTexts,
            long dateDisagreements,
            long leavesAboveQuantity,
            String error) {
        static File of(Census file) {
            return new File(
                    file.path(),
                    file.kind() == null ? null : file.kind().label(),
                    file.rows(),
                    file.accepted(),
                    file.rejected(),
                    file.blank(),
                    file.duplicates(),
                    file.reasons(),
                    file.securities(),
                    file.dates(),
                    Objects.toString(file.firstDate(), null),
                    Objects.toString(file.lastDate(), null),
                    file.columns(),
                    file.unknown(),
                    file.crossedQuotes(),
                    file.missingQuotes(),
                    file.replacedTexts(),
                    file.dateDisagreements(),
                    file.leavesAboveQuantity(),
                    file.error());
        }
    }
}
