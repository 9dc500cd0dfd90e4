package io.midwater.control;

import io.midwater.domain.Finding;
import io.midwater.domain.SecurityDay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an output holds and where it comes from. A unit is there when the newest manifest says so, never because a
 * directory exists.
 *
 * @param started ISO-8601
 * @param status of the run: done or partial
 * @param unitHash of the configuration that decides a unit's tables
 * @param resultHash of the configuration that decides the whole result
 * @param configuration the effective configuration, JSON
 */
public record RunManifest(
        String runId,
        String version,
        String started,
        String finished,
        String status,
        String unitHash,
        String resultHash,
        String configuration,
        List<Input> inputs,
        List<Unit> units,
        List<File> aggregates,
        List<File> rejects) {

    /**
     * An input file and its account: rows read = kept + filtered out + duplicates + rejected.
     *
     * @param modified ms since 1970-01-01 UTC
     * @param headerHash SHA-256 of the header line
     */
    public record Input(
            String path,
            String kind,
            long size,
            long modified,
            String headerHash,
            long rowsRead,
            long kept,
            long filteredOut,
            long duplicates,
            long rejected,
            long blank,
            Map<String, Long> rejectedByReason,
            Map<String, Long> counters) {
        public boolean closes() {
            return rowsRead == kept + filteredOut + duplicates + rejected;
        }

        /** True where the other is the same file, unchanged. */
        public boolean sameFile(Input other) {
            return path.equals(other.path)
                    && size == other.size
                    && modified == other.modified
                    && headerHash.equals(other.headerHash);
        }
    }

    /**
     * A unit.
     *
     * @param status done or failed
     * @param reason of the failure
     */
    public record Unit(
            long securityCode,
            String date,
            String status,
            String reason,
            String message,
            List<File> files,
            UnitSums sums,
            Map<Finding, Long> findings,
            long durationMs) {
        public static Unit of(UnitResult result) {
            UnitFailure failure = result.failure();
            return new Unit(
                    result.unit().securityCode(),
                    result.unit().date().toString(),
                    failure == null ? "done" : "failed",
                    failure == null ? null : failure.reason().name(),
                    failure == null ? null : failure.message(),
                    result.tables().stream().map(File::of).toList(),
                    result.sums(),
                    result.findings(),
                    result.durationNs() / 1_000_000);
        }

        public SecurityDay unit() {
            return new SecurityDay(securityCode, java.time.LocalDate.parse(date));
        }

        public boolean done() {
            return status.equals("done");
        }
    }

    /**
     * A published file.
     *
     * @param path relative to the output
     */
    public record File(String table, String path, long rows, long bytes, String sha256) {
        public static File of(WrittenTable table) {
            return new File(table.table(), table.path(), table.rows(), table.bytes(), table.sha256());
        }
    }

    /** The same with these aggregates. */
    public RunManifest withAggregates(List<File> published) {
        return new RunManifest(
                runId,
                version,
                started,
                finished,
                status,
                unitHash,
                resultHash,
                configuration,
                inputs,
                units,
                published,
                rejects);
    }

    /** The paths of all published files, relative to the output. */
    public Set<String> paths() {
        Set<String> paths = new HashSet<>();
        units.forEach(unit -> unit.files().forEach(file -> paths.add(file.path())));
        aggregates.forEach(file -> paths.add(file.path()));
        rejects.forEach(file -> paths.add(file.path()));
        return paths;
    }

    /** The published files of one table, in order of units. */
    public List<File> files(String table) {
        return units.stream()
                .flatMap(unit -> unit.files().stream())
                .filter(file -> file.table().equals(table))
                .toList();
    }
}
