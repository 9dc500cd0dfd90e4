package io.midwater.report;

import java.util.ArrayList;
import java.util.List;

/** The headline figures, each with the number of orders behind it and its interval. */
final class Scorecard {
    static final List<Measure> HEADLINES = List.of(
            Measure.FILL_RATIO,
            Measure.ARRIVAL_COST,
            Measure.EFFECTIVE_SPREAD,
            Measure.QUOTED_SPREAD,
            Measure.IMPROVED,
            Measure.SHORTFALL,
            Measure.VWAP_SLIPPAGE,
            Measure.DARK_SHARE,
            Measure.FIRST_FILL);

    private static final List<Measure> TILES =
            List.of(Measure.FILL_RATIO, Measure.ARRIVAL_COST, Measure.SHORTFALL, Measure.EFFECTIVE_SPREAD);

    private final ReportData data;
    private final Savings savings;

    Scorecard(ReportData data, Pictures pictures) {
        this.data = data;
        this.savings = new Savings(data, pictures);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(TILES.stream().map(this::tile).toList()));
        blocks.add(new Block.Points(findings()));
        blocks.add(new Block.Grid(headlines(), false));
        blocks.addAll(savings.blocks());
        return new Section("scorecard", "Scorecard", blocks);
    }

    private Block.Tile tile(Measure measure) {
        RatioInterval interval = measure.interval(data.clusters());
        Long orders = measure.orders(data.whole());
        return new Block.Tile(
                measure.title(),
                measure.cell(data.whole()),
                measure.unit(),
                "n = " + (orders == null ? "0" : Format.count(orders)) + " orders"
                        + (interval == null
                                ? ""
                                : "; 95 %: " + measure.text(interval.lower()) + " to "
                                        + measure.text(interval.upper())));
    }

    private Table headlines() {
        Figures whole = data.whole();
        Cell none = Cell.none(
                data.clusters().isEmpty()
                        ? "aggregate time_series is not in this output, or has no rows"
                        : "fewer than two security-days");
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : HEADLINES) {
            RatioInterval interval = measure.interval(data.clusters());
            rows.add(List.of(
                    Cell.of(measure.title()),
                    Cell.of(measure.unit()),
                    measure.cell(whole),
                    interval == null ? none : Cell.of(measure.text(interval.lower())),
                    interval == null ? none : Cell.of(measure.text(interval.upper())),
                    Cell.count(measure.orders(whole)),
                    interval == null ? none : Cell.count((long) interval.clusters())));
        }
        return new Table(
                "Headline figures over all orders",
                List.of(
                        Table.Column.text("Figure"),
                        Table.Column.text("Unit"),
                        Table.Column.number("Value", "Σ / Σ"),
                        Table.Column.number("95 % from", ""),
                        Table.Column.number("to", ""),
                        Table.Column.number("n", "orders"),
                        Table.Column.number("Clusters", "security-days")),
                rows,
                0,
                "Sums before ratios. Intervals take security-days, not orders, as independent; with fewer than 10 of"
                        + " them they are weak. Improved shares compares with the best price of the other side at"
                        + " arrival. An order that rests and fills at its limit is better than that by definition:"
                        + " compare this figure only between orders of one kind. Costs cover filled shares only; the"
                        + " cost of waiting and not filling is in the implementation shortfall.");
    }

    /** What the figures say in words, and no more than they say. */
    private List<String> findings() {
        List<String> points = new ArrayList<>();
        Figures whole = data.whole();
        Double fill = Measure.FILL_RATIO.of(whole);
        if (fill != null) {
            points.add(Measure.FILL_RATIO.text(fill) + " of the demanded shares were matched: "
                    + Format.count(whole.count("full_orders")) + " orders in full, "
                    + Format.count(whole.count("partial_orders")) + " in part, "
                    + Format.count(whole.count("unfilled_orders")) + " not at all.");
        }
        Double cost = Measure.ARRIVAL_COST.of(whole);
        if (cost != null) {
            points.add(cost(cost, Measure.ARRIVAL_COST.interval(data.clusters())));
        }
        points.addAll(savings.findings());
        return points;
    }

    /** @param interval null where there is none */
    static String cost(double bps, RatioInterval interval) {
        String cost = bps < 0
                ? "Continuous fills were " + Format.bps(-bps) + " bps better than the arrival mid"
                : "Continuous fills cost " + Format.bps(bps) + " bps against the arrival mid";
        if (interval == null) {
            return cost + ".";
        }
        String place = interval.lower() > 0 ? "lies above 0." : interval.upper() < 0 ? "lies below 0." : "includes 0.";
        return cost + "; the 95 % interval of the cost " + place;
    }
}
