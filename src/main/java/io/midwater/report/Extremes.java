package io.midwater.report;

import io.midwater.report.ReportData.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The best and worst orders, by money, so that large ones come first. */
final class Extremes {
    private final ReportData data;
    private final Names names;

    Extremes(ReportData data, Names names) {
        this.data = data;
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("Ranked by money, not bps, so that large orders come first. One order in full:"
                + " scripts/midwater explain --order ID --output DIR."
                + (data.pseudonymous() ? " Order numbers are withheld in a report with pseudonyms." : "")));
        costs(blocks, "Highest arrival cost", Query.COST_WORST, false);
        costs(blocks, "Lowest arrival cost", Query.COST_BEST, true);
        savings(blocks, "Highest savings in the midpoint pool", Query.SAVINGS_BEST, false);
        savings(blocks, "Lowest savings in the midpoint pool", Query.SAVINGS_WORST, true);
        return new Section("orders", "Best and worst orders", blocks);
    }

    private void costs(List<Block> blocks, String title, Query query, boolean folded) {
        List<Tabulation.Item> items = keys();
        items.add(money(
                "Arrival cost",
                "currency, + = cost",
                "arrival_cost_half_value",
                (value, row) -> value / 2 / data.valueScale(row),
                "no arrival quote"));
        items.add(Tabulation.Item.number(
                "Arrival cost", "bps, + = cost", "arrival_cost_bps", Format::bps, "no arrival quote"));
        items.add(Tabulation.Item.count("Measured", "shares", "continuous_quantity"));
        items.add(price("Arrival mid", "arrival_mid_px"));
        items.add(price("Average price", "continuous_price_px"));
        items.add(Tabulation.Item.number(
                "First fill", "after arrival", "time_to_first_fill_ns", Format::duration, "no fill after arrival"));
        add(blocks, title, query, items, folded);
    }

    private void savings(List<Block> blocks, String title, Query query, boolean folded) {
        List<Tabulation.Item> items = keys();
        items.add(money(
                "Savings",
                "currency, + = dark better",
                "savings_value",
                (value, row) -> value / data.valueScale(row),
                "savings not known"));
        items.add(Tabulation.Item.number(
                "Savings", "bps, + = dark better", "savings_bps", Format::bps, "no arrival quote"));
        items.add(Tabulation.Item.count("Simulated", "shares", "simulated_quantity"));
        items.add(price("Real price", "real_price_px"));
        items.add(price("Simulated price", "simulated_price_px"));
        add(blocks, title, query, items, folded);
    }

    private Tabulation.Item price(String title, String column) {
        return new Tabulation.Item(Table.Column.number(title, "currency"), row -> {
            Double value = row.number(column);
            return value == null ? Cell.none("no price") : Cell.of(Format.decimals(value / data.priceScale(row), 4));
        });
    }

    private static Tabulation.Item money(
            String title, String unit, String column, BiFunction<Double, Figures, Double> inCurrency, String reason) {
        return new Tabulation.Item(Table.Column.number(title, unit), row -> {
            Double value = row.number(column);
            return value == null ? Cell.none(reason) : Cell.of(Format.money(inCurrency.apply(value, row)));
        });
    }

    private List<Tabulation.Item> keys() {
        List<Tabulation.Item> items = new ArrayList<>();
        if (!data.pseudonymous()) {
            items.add(Tabulation.Item.text("Order", row -> row.text("order_id")));
        }
        items.add(Tabulation.Item.text("Security", row -> names.security(row.count("security_code"))));
        items.add(Tabulation.Item.text("Date", row -> row.text("date")));
        items.add(new Tabulation.Item(Table.Column.number("Arrival", "hour"), Extremes::hour));
        items.add(Tabulation.Item.text("Participant", row -> names.participant(row.count("participant_id"))));
        items.add(Tabulation.Item.text("Side", row -> row.text("side")));
        items.add(Tabulation.Item.text("Kind", row -> SizeKindClass.kind(row.text("order_kind"))));
        items.add(Tabulation.Item.text("Class", row -> SizeKindClass.fillClass(row.text("fill_class"))));
        return items;
    }

    private static Cell hour(Figures row) {
        Long hour = row.count("arrival_hour");
        return hour == null ? Cell.none("not reported") : Cell.of(String.format(Locale.ROOT, "%02d:00", hour));
    }

    private void add(List<Block> blocks, String title, Query query, List<Tabulation.Item> items, boolean folded) {
        List<Figures> rows = data.query(query);
        if (rows.isEmpty()) {
            blocks.add(new Block.Prose(title + ": there are none."));
            return;
        }
        String caption = title + ": " + rows.size() + (rows.size() == 1 ? " order" : " orders");
        blocks.add(new Block.Grid(new Tabulation(items).table(caption, rows, ""), folded));
    }
}
