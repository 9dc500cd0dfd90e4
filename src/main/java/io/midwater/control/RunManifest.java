package io.midwater.control;

import io.midwater.domain.Finding;
import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an output holds and where it comes from. A unit is there when the newest manifest says so, never because a
 * directory exists.
 *
 * @param format {@link #FORMAT} of the version that wrote it
 * @param started ISO-8601
 * @param status of the run: done or partial
 * @param unitHash of the configuration that decides a unit's tables
 * @param resultHash of the configuration that decides the whole result
 * @param selection which units were asked for
 * @param configuration the effective configuration, JSON
 * @param idle security-days without orders and trades
 * @param pace the newest that tells a rate, of this run or an earlier one; null for none
 * @param packed files that hold the rows of several units, and the tables without rows of an output without units
 */
public record RunManifest(
        int format,
        String runId,
        String version,
        String started,
        String finished,
        String status,
        String unitHash,
        String resultHash,
        UnitSelection selection,
        String configuration,
        List<Input> inputs,
        List<Unit> units,
        List<Idle> idle,
        List<File> aggregates,
        List<File> rejects,
        Pace pace,
        List<File> packed) {
    /** Raised when a later run could misread what an earlier one recorded. */
    public static final int FORMAT = 2;

    /** Outputs all of whose tables are files of units say nothing of packed ones. */
    public RunManifest {
        packed = packed == null ? List.of() : packed;
    }

    /**
     * An input file and its account: rows read = kept + filtered out + duplicates + rejected.
     *
     * @param number under which units name it; a changed file gets another one
     * @param modified ms since 1970-01-01 UTC
     * @param headerHash SHA-256 of the header line
     * @param readBy the run that read all of it; later runs keep its account
     * @param complete false where the run stopped before all its rows had reached their units
     * @param elsewhere what is known of the rows filtered out; null without such rows
     */
    public record Input(
            int number,
            String path,
            String kind,
            long size,
            long modified,
            String headerHash,
            String readBy,
            boolean complete,
            long rowsRead,
            long kept,
            long filteredOut,
            long duplicates,
            long rejected,
            long blank,
            Map<String, Long> rejectedByReason,
            Map<String, Long> counters,
            FileResult.Elsewhere elsewhere) {
        /** The reason of {@link #rejectedLegs}. */
        public static final String LEG_CONFLICT = "LEG_CONFLICT";

        public boolean closes() {
            return Reconciliation.Rows.of(this).closes();
        }

        /** Legs that were rejected in their units, not while reading. */
        public long rejectedLegs() {
            return rejectedByReason.getOrDefault(LEG_CONFLICT, 0L);
        }

        /** The same file with its rows counted otherwise. */
        public Input with(
                boolean allReached,
                long rowsKept,
                long rowsFilteredOut,
                long rowsDuplicate,
                long rowsRejected,
                Map<String, Long> reasons,
                FileResult.Elsewhere outside) {
            return new Input(
                    number,
                    path,
                    kind,
                    size,
                    modified,
                    headerHash,
                    readBy,
                    allReached,
                    rowsRead,
                    rowsKept,
                    rowsFilteredOut,
                    rowsDuplicate,
                    rowsRejected,
                    blank,
                    reasons,
                    counters,
                    outside);
        }
    }

    /**
     * A unit.
     *
     * @param status done or failed
     * @param reason of the failure
     * @param doneBy the run that did it
     * @param origins {@link RowOrigins#text} of its rows
     * @param rejectedLegs trade legs rejected in it
     * @param priceScale null where reference data and configuration do not disagree
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
            long durationMs,
            String doneBy,
            String origins,
            List<RejectedLeg> rejectedLegs,
            ScaleChoice priceScale) {
        public static Unit of(UnitResult result, String runId, List<RejectedLeg> legs) {
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
                    result.durationNs() / 1_000_000,
                    runId,
                    result.origins().text(),
                    legs,
                    result.priceScale());
        }

        public SecurityDay unit() {
            return new SecurityDay(securityCode, LocalDate.parse(date));
        }

        public boolean done() {
            return status.equals("done");
        }

        /** The same with these files. */
        public Unit withFiles(List<File> kept) {
            return new Unit(
                    securityCode,
                    date,
                    status,
                    reason,
                    message,
                    kept,
                    sums,
                    findings,
                    durationMs,
                    doneBy,
                    origins,
                    rejectedLegs,
                    priceScale);
        }

        /** The same unit failed after all: nothing of it is published, and nothing was dropped in it. */
        public Unit failed(FailureReason why, String what) {
            return new Unit(
                    securityCode,
                    date,
                    "failed",
                    why.name(),
                    what,
                    List.of(),
                    UnitSums.NONE,
                    Map.of(),
                    durationMs,
                    doneBy,
                    RowOrigins.parse(origins).nothingDropped().text(),
                    List.of(),
                    null);
        }
    }

    /**
     * A trade leg rejected in its unit.
     *
     * @param file number of the input file
     * @param line physical line, the header is 1
     */
    public record RejectedLeg(int file, long line, long byteOffset) {}

    /**
     * A security-day with quotes or session states only.
     *
     * @param origins {@link RowOrigins#text} of its rows
     */
    public record Idle(long securityCode, String date, String origins) {
        public SecurityDay unit() {
            return new SecurityDay(securityCode, LocalDate.parse(date));
        }
    }

    /**
     * A published file, or a unit's rows in one that holds several units: row groups that follow each other.
     *
     * @param path relative to the output
     * @param bytes of a unit's rows: as many as they are as a file of their own
     * @param sha256 of a unit's rows: what they have as a file of their own
     * @param rowGroup number of the first of a unit's row groups in the file; null for a whole file
     */
    public record File(String table, String path, long rows, long bytes, String sha256, Integer rowGroup)
            implements Serializable {
        public File(String table, String path, long rows, long bytes, String sha256) {
            this(table, path, rows, bytes, sha256, null);
        }

        /** The same rows in another file, from that row group on; null for a file of their own. */
        public File in(String other, Integer firstGroup) {
            return new File(table, other, rows, bytes, sha256, firstGroup);
        }

        /** True for a whole file. */
        public boolean whole() {
            return rowGroup == null;
        }

        public static File of(WrittenTable table) {
            return new File(table.table(), table.path(), table.rows(), table.bytes(), table.sha256());
        }
    }

    /** The same with these aggregates. */
    public RunManifest withAggregates(List<File> published) {
        return new RunManifest(
                format,
                runId,
                version,
                started,
                finished,
                status,
                unitHash,
                resultHash,
                selection,
                configuration,
                inputs,
                units,
                idle,
                published,
                rejects,
                pace,
                packed);
    }

    /** The paths of all published files, relative to the output. */
    public Set<String> paths() {
        Set<String> paths = new HashSet<>();
        files().forEach(file -> paths.add(file.path()));
        return paths;
    }

    /** All published files, those of units first. */
    public List<File> files() {
        List<File> files = new ArrayList<>();
        units.forEach(unit -> unit.files().stream().filter(File::whole).forEach(files::add));
        files.addAll(packed);
        files.addAll(aggregates);
        files.addAll(rejects);
        return files;
    }

    /** The paths of the files with the units' rows of one table, in order of units. */
    public List<String> paths(String table) {
        return units.stream()
                .flatMap(unit -> unit.files().stream())
                .filter(file -> file.table().equals(table))
                .map(File::path)
                .distinct()
                .toList();
    }
}
