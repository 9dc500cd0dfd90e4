package io.midwater.sink;

import static java.util.Objects.requireNonNull;

import io.midwater.control.RunManifest;
import io.midwater.control.WrittenTable;
import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Where everything lies below an output folder. Staged files lie the same way below their attempt's folder, so publishing
 * a file is a rename from {@code staging(run, attempt)} to the same place below the root.
 *
 * <pre>
 * tables/&lt;table&gt;/security_code=C/date=YYYY-MM-DD/part-0.parquet
 * tables/&lt;table&gt;/date=YYYY-MM-DD/part-NNNNN.parquet      (one folder per date)
 * tables/&lt;table&gt;/part-0.parquet                           (without rows, where there are no units)
 * tables/rejects/kind=&lt;kind&gt;/part-N.parquet
 * by_security/SEC_C/YYYY-MM-DD/orders.csv.gz …
 * aggregated/&lt;name&gt;.parquet, .csv
 * runs/&lt;run&gt;/manifest.json …
 * .staging/&lt;run&gt;/&lt;attempt&gt;/…
 * .publishing                      (a publication that has begun and not ended)
 * </pre>
 *
 * @param root the output folder
 */
public record OutputLayout(Path root) {
    private static final String TABLES = "tables";
    private static final String REJECTS = "rejects";
    private static final String CSV_TREE = "by_security";
    private static final String AGGREGATED = "aggregated";
    private static final Pattern OF_A_UNIT =
            Pattern.compile("tables/[a-z0-9_]+/(security_code=\\d+/)?date=\\d{4}-\\d\\d-\\d\\d/part-\\d+\\.parquet"
                    + "|tables/[a-z0-9_]+/part-0\\.parquet"
                    + "|tables/rejects/kind=[a-z]+/part-\\d+\\.parquet"
                    + "|by_security/SEC_\\d+/\\d{4}-\\d\\d-\\d\\d/[a-z_]+\\.csv(\\.gz)?");
    private static final Pattern OF_ALL_UNITS = Pattern.compile("aggregated/[a-z0-9_]+\\.(parquet|csv)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]*");

    public OutputLayout {
        requireNonNull(root, "root is null");
    }

    /** The CSV files of a unit that people know by name. */
    public enum UnitCsv {
        ORDERS("orders.csv.gz"),
        CLASSIFIED("classified.csv.gz"),
        METRICS("metrics.csv"),
        SIMULATION("simulation.csv.gz");

        private final String file;

        UnitCsv(String file) {
            this.file = file;
        }

        /** The table that the file holds. */
        public String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The folders of what units and readers of inputs publish; other files may lie there too. */
    List<Path> unitFolders() {
        return List.of(tables(), new Path(root, CSV_TREE));
    }

    /** There while a publication has begun and not ended. */
    public Path journal() {
        return new Path(root, ".publishing");
    }

    /** Names the newest run. */
    public Path latest() {
        return new Path(runs(), "latest");
    }

    /** There while a run holds the output. */
    Path lock() {
        return new Path(root, ".lock");
    }

    /** A path relative to the root. */
    public String relative(Path path) {
        return root.toUri().relativize(path.toUri()).getPath();
    }

    /** The file of a path relative to the root. */
    public Path file(String relative) {
        return new Path(root, relative);
    }

    /** Where the file of a path relative to the root lies while these are staged and not yet published. */
    public UnaryOperator<String> places(Collection<WrittenTable> staged) {
        Map<String, String> places = new HashMap<>();
        staged.forEach(file -> places.put(file.path(), file.staged()));
        return path -> places.getOrDefault(path, file(path).toString());
    }

    /** True for the relative path of a file that only a run can have published for a unit or as rejects. */
    static boolean isOurs(String relative) {
        return OF_A_UNIT.matcher(relative).matches();
    }

    /** True for the relative path of a Parquet file that units publish. */
    public static boolean isTable(String relative) {
        return relative.startsWith(TABLES + "/");
    }

    /** True for the relative path of a CSV file of a unit. */
    public static boolean isCsvTree(String relative) {
        return relative.startsWith(CSV_TREE + "/");
    }

    /** True for the relative path of a file of rejected rows. */
    public static boolean isRejects(String relative) {
        return relative.startsWith(TABLES + "/" + REJECTS + "/");
    }

    /** True where a file, by its path, can hold rows of this unit: one of its own, or one of its date. */
    public static boolean mayHold(RunManifest.File file, RunManifest.Unit unit) {
        return file.whole()
                ? file.path().contains("/" + unit.unit().path() + "/")
                        || file.path().contains("/SEC_" + unit.securityCode() + "/" + unit.date() + "/")
                : file.path().startsWith(TABLES + "/" + file.table() + "/date=" + unit.date() + "/");
    }

    /** True for the relative path of a file that a run can have published. */
    public static boolean isPublished(String relative) {
        return isOurs(relative) || OF_ALL_UNITS.matcher(relative).matches();
    }

    /** The folders of all results: those of units, and that of the aggregates. */
    public List<Path> resultFolders() {
        return List.of(tables(), new Path(root, CSV_TREE), new Path(root, AGGREGATED));
    }

    /** True for the relative path of a Parquet file that a run can have published. */
    public static boolean isPublishedParquet(String relative) {
        return relative.endsWith(".parquet") && isPublished(relative);
    }

    /** The folder of all tables. */
    public Path tables() {
        return new Path(root, TABLES);
    }

    public Path table(String table) {
        return new Path(tables(), checked(table));
    }

    /** A unit's file of a table. */
    public Path unitFile(String table, SecurityDay unit) {
        return new Path(table(table), unit.path() + "/part-0.parquet");
    }

    /** A file of a table that holds units of one date; by name the files are in the order of their parts. */
    public Path dateFile(String table, LocalDate date, int part) {
        if (part < 0) {
            throw new IllegalArgumentException("part must not be negative, was " + part);
        }
        return new Path(table(table), String.format(Locale.ROOT, "date=%s/part-%05d.parquet", date, part));
    }

    /** A table without rows, of an output without units. */
    public Path emptyFile(String table) {
        return new Path(table(table), part(0));
    }

    /** The rejects of an input file found while reading it. */
    public Path readingRejects(InputKind kind, int file) {
        return rejectsFile(kind, 2 * file);
    }

    /** The rejects of an input file found in its units. */
    public Path unitRejects(InputKind kind, int file) {
        return rejectsFile(kind, 2 * file + 1);
    }

    /** The folder of one input kind's rejects. */
    public Path rejects(InputKind kind) {
        return new Path(table(REJECTS), "kind=" + kind.label());
    }

    public Path rejectsFile(InputKind kind, int part) {
        return new Path(rejects(kind), part(part));
    }

    /** The folder of a unit's CSV files. */
    public Path unitCsvFolder(SecurityDay unit) {
        return new Path(root, CSV_TREE + "/SEC_" + unit.securityCode() + "/" + unit.date());
    }

    public Path unitCsv(UnitCsv csv, SecurityDay unit) {
        return new Path(unitCsvFolder(unit), csv.file);
    }

    public Path aggregateParquet(String name) {
        return new Path(root, AGGREGATED + "/" + checked(name) + ".parquet");
    }

    public Path aggregateCsv(String name) {
        return new Path(root, AGGREGATED + "/" + checked(name) + ".csv");
    }

    /** The folder of all runs. */
    public Path runs() {
        return new Path(root, "runs");
    }

    public Path run(String runId) {
        return new Path(runs(), checked(runId));
    }

    public Path runFile(String runId, String name) {
        return new Path(run(runId), checked(name));
    }

    /** The folder of what is not published yet. */
    public Path staging() {
        return new Path(root, ".staging");
    }

    public Path staging(String runId) {
        return new Path(staging(), checked(runId));
    }

    /** The same layout below an attempt's own folder. */
    public OutputLayout staging(String runId, String attempt) {
        return new OutputLayout(new Path(staging(runId), checked(attempt)));
    }

    /** A file written below this layout's root, as it is told to whoever publishes it. */
    public WrittenTable written(String table, WrittenFile file) {
        return new WrittenTable(
                table, relative(new Path(file.path())), file.path(), file.rows(), file.bytes(), file.sha256());
    }

    private static String part(int part) {
        if (part < 0) {
            throw new IllegalArgumentException("part must not be negative, was " + part);
        }
        return "part-" + part + ".parquet";
    }

    /** No name leads out of its folder. */
    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a file: \"" + name + "\"");
        }
        return name;
    }
}
