package io.midwater.report;

import io.midwater.control.RunManifest;
import io.midwater.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was wrong with the data, and what became of it. */
final class Quality {
    private static final int MOST_FAILURES = 50;
    private static final String WITHHELD = "withheld in a report with pseudonyms";

    private Quality() {}

    static Section of(ReportData data) {
        RunManifest manifest = data.manifest();
        List<Block> blocks = new ArrayList<>();
        List<String> open = manifest.inputs().stream()
                .filter(input -> !input.closes())
                .map(input -> Format.foreign(input.path()))
                .toList();
        blocks.add(new Block.Prose(
                open.isEmpty()
                        ? "Row accounting closes for every input file: rows read = kept + filtered out + duplicates +"
                                + " rejected."
                        : "Row accounting does NOT close for: " + String.join(", ", open) + "."));
        blocks.add(new Block.Grid(findings(manifest), false));
        Table reasons = reasons(manifest);
        blocks.add(reasons.rows().isEmpty() ? new Block.Prose("No row was rejected.") : new Block.Grid(reasons, false));
        if (!data.rejects().isEmpty()) {
            blocks.add(new Block.Grid(examples(data), true));
        }
        Table scales = PriceScaleTable.of(manifest, data.setting("market.price-scale"));
        if (!scales.rows().isEmpty()) {
            blocks.add(new Block.Grid(scales, false));
        }
        failures(blocks, data);
        blocks.add(ReplayCheck.of(data));
        return new Section("quality", "Data quality", blocks);
    }

    private static Table findings(RunManifest manifest) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Finding finding : Finding.values()) {
            long count = Scope.finding(manifest, finding);
            rows.add(List.of(Cell.of(Format.words(finding.name())), Cell.count(count), Cell.of(meaning(finding))));
        }
        return new Table(
                "Findings over all security-days",
                List.of(
                        Table.Column.text("Finding"),
                        Table.Column.number("How many", ""),
                        Table.Column.text("What it is and what was done")),
                rows,
                0,
                "Findings are counted, not errors.");
    }

    private static String meaning(Finding finding) {
        return switch (finding) {
            case DUPLICATE_ORDER_ROWS -> "order rows with equal exchange, sequence and content; dropped";
            case DUPLICATE_TRADE_LEGS ->
                "trade legs with equal match, side, order, price and quantity; dropped; one taken back stays";
            case SEQUENCE_CONFLICTS -> "order rows that share a sequence with a row of other content; kept";
            case CONFLICTING_TRADE_LEGS -> "two legs of one side of a match disagree; rejected";
            case ONE_SIDED_MATCHES -> "matches of which one side is there; kept";
            case UNEQUAL_MATCHES -> "matches whose legs differ in price, quantity or time; kept";
            case ORPHAN_LEGS -> "trade legs whose order is not in the orders; kept as trades";
            case ORDERS_DISAGREEING_WITH_TAPE -> "orders whose legs do not add up to what they say they matched";
            case MATCHED_QUANTITY_FALLS -> "orders whose matched quantity fell between two events";
            case ORPHAN_STARTS -> "orders whose first event is neither new nor a reload; not in the study";
            case CARRIED_ORDERS -> "orders reloaded from an earlier day; not in the study";
            case LEAVES_ABOVE_QUANTITY -> "order rows with more leaves than quantity; kept";
            case CROSSED_QUOTES -> "changes to a bid above the offer; not used";
            case LOCKED_QUOTES -> "changes to a bid equal to the offer; used";
            case ARRIVALS_WITHOUT_QUOTE -> "orders that met no usable quote; without costs, spreads and savings";
            case FILLS_BEFORE_ARRIVAL -> "fills earlier than their order's arrival; without times";
            case UNKNOWN_CHANGE_REASONS -> "order rows with a change reason that this version does not know; kept";
            case UNKNOWN_DEAL_SOURCES -> "legs with a deal source that this version does not know; class OTHER";
            case CANCELLED_LEGS -> "legs taken back; not counted as fills";
            case DERIVED_SESSION_HOURS -> "security-days without usable session rows; hours from their auctions";
            case QUOTES_FROM_ORDERS -> "security-days whose quotes come from the order rows";
            case DATE_COLUMN_DISAGREES -> "rows whose own date column is not the business date; kept on the latter";
            case PRICE_SCALE_OF_REFERENCE ->
                "security-days whose prices confirm another price scale in the reference data; it was used";
            case PRICE_SCALE_NOT_CONFIRMED ->
                "security-days whose reference data imply a price scale that their prices do not confirm; not used";
        };
    }

    private static Table reasons(RunManifest manifest) {
        Map<String, Long> byReason = new TreeMap<>();
        for (RunManifest.Input input : manifest.inputs()) {
            input.rejectedByReason()
                    .forEach((reason, count) -> byReason.merge(input.kind() + "\t" + reason, count, Long::sum));
        }
        List<List<Cell>> rows = new ArrayList<>();
        byReason.forEach((key, count) -> {
            String[] parts = key.split("\t", 2);
            rows.add(List.of(Cell.of(parts[0]), Cell.of(Format.words(parts[1])), Cell.count(count)));
        });
        return new Table(
                "Rejected rows by reason",
                List.of(Table.Column.text("Kind"), Table.Column.text("Reason"), Table.Column.number("Rows", "")),
                rows,
                0,
                "Each is in tables/rejects with file, line and text.");
    }

    private static Table examples(ReportData data) {
        return Tabulation.of(
                        Tabulation.Item.text("File", row -> foreign(row, "file")),
                        new Tabulation.Item(
                                Table.Column.number("Line", ""),
                                row -> row.has("line")
                                        ? Cell.of(String.valueOf(row.count("line")))
                                        : Cell.none("not known")),
                        Tabulation.Item.text(
                                "Reason", row -> row.has("reason") ? Format.words(row.text("reason")) : null),
                        new Tabulation.Item(
                                Table.Column.text("Column"),
                                row -> row.has("column")
                                        ? Cell.of(foreign(row, "column"))
                                        : Cell.none("the whole line")),
                        new Tabulation.Item(Table.Column.text("Text of the row"), row -> raw(data, row)))
                .table("Some of the rejected rows", data.rejects(), "");
    }

    private static Cell raw(ReportData data, Figures row) {
        if (data.pseudonymous()) {
            return Cell.none(WITHHELD);
        }
        String raw = foreign(row, "raw");
        return raw == null || raw.isEmpty() ? Cell.none("not available") : Cell.of(raw);
    }

    private static String foreign(Figures row, String column) {
        String text = row.text(column);
        return text == null ? null : Format.foreign(text);
    }

    /** Some name orders. */
    private static Cell message(ReportData data, RunManifest.Unit unit) {
        if (data.pseudonymous()) {
            return Cell.none(WITHHELD);
        }
        return unit.message() == null ? Cell.none("not recorded") : Cell.of(Format.foreign(unit.message()));
    }

    private static void failures(List<Block> blocks, ReportData data) {
        List<RunManifest.Unit> failed =
                data.manifest().units().stream().filter(unit -> !unit.done()).toList();
        if (failed.isEmpty()) {
            blocks.add(new Block.Prose("No security-day failed."));
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (RunManifest.Unit unit : failed.subList(0, Math.min(MOST_FAILURES, failed.size()))) {
            rows.add(List.of(
                    Cell.of(String.valueOf(unit.securityCode())),
                    Cell.of(unit.date()),
                    unit.reason() == null ? Cell.none("not recorded") : Cell.of(Format.words(unit.reason())),
                    message(data, unit)));
        }
        blocks.add(new Block.Grid(
                new Table(
                        "Failed security-days",
                        List.of(
                                Table.Column.text("Security"),
                                Table.Column.text("Date"),
                                Table.Column.text("Reason"),
                                Table.Column.text("Message")),
                        rows,
                        0,
                        "Nothing of them is in any figure. "
                                + (failed.size() > MOST_FAILURES ? "The first " + MOST_FAILURES + " of " : "All ")
                                + Format.count(failed.size()) + "; units.csv has all. Mend the cause and run again."),
                false));
    }
}
