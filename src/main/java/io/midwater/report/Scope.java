package io.midwater.report;

import io.midwater.control.RunManifest;
import io.midwater.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the report covers, what it leaves out and why, and the settings that decide its figures. */
final class Scope {
    private static final int MOST_FILES = 60;

    private Scope() {}

    static Section of(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Grid(run(data), false));
        blocks.add(new Block.Grid(inputs(data.manifest()), false));
        blocks.add(new Block.Grid(files(data.manifest()), true));
        blocks.add(new Block.Grid(exclusions(data), false));
        blocks.add(new Block.Grid(SettingsTable.of(data), true));
        blocks.add(new Block.Signatures(List.of("Prepared by", "Reviewed by")));
        return new Section("scope", "Scope", blocks);
    }

    private static Table run(ReportData data) {
        RunManifest manifest = data.manifest();
        Figures whole = data.whole();
        List<List<Cell>> rows = new ArrayList<>();
        fact(rows, "Business dates", dates(manifest));
        fact(rows, "Securities", count(whole.count("securities")));
        fact(rows, "Participants", count(whole.count("participants")));
        fact(rows, "Orders, each counted once per business date", count(whole.count("total_orders")));
        long done = manifest.units().stream().filter(RunManifest.Unit::done).count();
        fact(
                rows,
                "Security-days",
                Format.count(done) + " done, " + Format.count(manifest.units().size() - done) + " failed");
        fact(rows, "Run", manifest.runId() + ", " + manifest.status());
        fact(rows, "Started, finished", Format.time(manifest.started()) + " – " + Format.time(manifest.finished()));
        fact(rows, "Midwater", manifest.version());
        fact(rows, "Configuration", "SHA-256 " + manifest.resultHash());
        return new Table(
                "What this report covers", List.of(Table.Column.text("What"), Table.Column.text("Value")), rows, 0, "");
    }

    static String dates(RunManifest manifest) {
        List<String> dates = manifest.units().stream()
                .map(RunManifest.Unit::date)
                .distinct()
                .sorted()
                .toList();
        if (dates.isEmpty()) {
            return "none";
        }
        String last = dates.get(dates.size() - 1);
        return dates.get(0).equals(last) ? last : dates.get(0) + " to " + last + " (" + dates.size() + ")";
    }

    private static Table inputs(RunManifest manifest) {
        Map<String, List<RunManifest.Input>> kinds = new TreeMap<>();
        manifest.inputs().forEach(input -> kinds.computeIfAbsent(input.kind(), kind -> new ArrayList<>())
                .add(input));
        List<List<Cell>> rows = new ArrayList<>();
        kinds.forEach((kind, inputs) -> rows.add(account(kind, inputs)));
        int totals = rows.size() > 1 ? 1 : 0;
        if (totals > 0) {
            rows.add(account("all", manifest.inputs()));
        }
        return new Table(
                "Inputs and row accounting",
                accountColumns("Kind", "Files"),
                rows,
                totals,
                "Rows read = kept + filtered out + duplicates + rejected, in every file and in total.");
    }

    private static Table files(RunManifest manifest) {
        List<RunManifest.Input> inputs = manifest.inputs();
        List<List<Cell>> rows = new ArrayList<>();
        for (RunManifest.Input input : inputs.subList(0, Math.min(MOST_FILES, inputs.size()))) {
            List<Cell> row = account(Format.foreign(input.path()), List.of(input));
            rows.add(row);
        }
        String more = inputs.size() > MOST_FILES
                ? "The first " + MOST_FILES + " of " + Format.count(inputs.size()) + "; all are in manifest.json."
                : "";
        return new Table("Input files", accountColumns("File", "Files"), rows, 0, more);
    }

    private static List<Table.Column> accountColumns(String first, String second) {
        return List.of(
                Table.Column.text(first),
                Table.Column.number(second, ""),
                Table.Column.number("Size", ""),
                Table.Column.number("Rows read", ""),
                Table.Column.number("Kept", ""),
                Table.Column.number("Filtered out", ""),
                Table.Column.number("Duplicates", ""),
                Table.Column.number("Rejected", ""));
    }

    private static List<Cell> account(String name, List<RunManifest.Input> inputs) {
        return List.of(
                Cell.of(name),
                Cell.count((long) inputs.size()),
                Cell.of(Format.bytes(
                        inputs.stream().mapToLong(RunManifest.Input::size).sum())),
                Cell.count(
                        inputs.stream().mapToLong(RunManifest.Input::rowsRead).sum()),
                Cell.count(inputs.stream().mapToLong(RunManifest.Input::kept).sum()),
                Cell.count(inputs.stream()
                        .mapToLong(RunManifest.Input::filteredOut)
                        .sum()),
                Cell.count(
                        inputs.stream().mapToLong(RunManifest.Input::duplicates).sum()),
                Cell.count(
                        inputs.stream().mapToLong(RunManifest.Input::rejected).sum()));
    }

    private static Table exclusions(ReportData data) {
        RunManifest manifest = data.manifest();
        Figures whole = data.whole();
        List<List<Cell>> rows = new ArrayList<>();
        exclusion(rows, "Rows filtered out", sum(manifest, "filtered"), "outside select.securities or select.dates");
        if (cut(data)) {
            rows.add(List.of(
                    Cell.of("Orders outside select.participants or select.trading-hours"),
                    Cell.none("not counted"),
                    Cell.of("not in figures; they stay in the order book and in tables orders and trades")));
        }
        exclusion(rows, "Duplicate rows", sum(manifest, "duplicates"), "the same event or trade leg, read again");
        exclusion(rows, "Rejected rows", sum(manifest, "rejected"), "not usable as they are; kept with their reason");
        exclusion(
                rows,
                "Failed security-days",
                manifest.units().stream().filter(unit -> !unit.done()).count(),
                "nothing of them is in any table or figure");
        exclusion(
                rows,
                "Orders without a usable quote at arrival",
                finding(manifest, Finding.ARRIVALS_WITHOUT_QUOTE),
                "no arrival mid: not in costs, spreads and savings, but in fills and times");
        exclusion(
                rows,
                "Shares traded in auctions",
                whole.count("auction_quantity"),
                "no continuous quote to compare with: in fill ratios, not in costs and spreads");
        exclusion(
                rows,
                "Shares booked as crossings",
                whole.count("booked_quantity"),
                "no market trade: in fill ratios, not in costs and spreads");
        exclusion(rows, "Shares reported off the market", whole.count("reported_quantity"), "not counted as fills");
        Long total = whole.count("total_orders");
        Long studied = whole.count("in_study_orders");
        exclusion(
                rows,
                "Orders outside the study",
                total == null || studied == null ? null : Long.valueOf(total - studied),
                "not simulated: see the study funnel");
        return new Table(
                "What is left out, and why",
                List.of(Table.Column.text("What"), Table.Column.number("How many", ""), Table.Column.text("Why")),
                rows,
                0,
                "");
    }

    /** Whether some orders of the tables are in no figure. */
    private static boolean cut(ReportData data) {
        return Stream.of("select.participants", "select.trading-hours.from", "select.trading-hours.to")
                .anyMatch(path -> !data.setting(path).isEmpty());
    }

    private static void exclusion(List<List<Cell>> rows, String what, Long count, String why) {
        rows.add(List.of(Cell.of(what), Cell.count(count), Cell.of(why)));
    }

    private static long sum(RunManifest manifest, String what) {
        return manifest.inputs().stream()
                .mapToLong(input -> switch (what) {
                    case "filtered" -> input.filteredOut();
                    case "duplicates" -> input.duplicates();
                    default -> input.rejected();
                })
                .sum();
    }

    static long finding(RunManifest manifest, Finding finding) {
        return manifest.units().stream()
                .mapToLong(unit -> unit.findings().getOrDefault(finding, 0L))
                .sum();
    }

    private static void fact(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(Cell.of(name), value.isEmpty() ? Cell.none("not in this output") : Cell.of(value)));
    }

    private static String count(Long value) {
        return value == null ? "" : Format.count(value);
    }
}
