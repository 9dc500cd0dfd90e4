package io.midwater.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Charts in the report's one look: no frame, faint lines across, colours of {@link Palette}, no text on its side. */
final class ChartDrawing {
    static final int WIDE = 460;
    static final int NARROW = 340;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final float[][] DASHES = {null, {6, 3}, {2, 3}, {8, 3, 2, 3}, {4, 4}, {1, 2}};
    private static final int HEIGHT = 250;
    private static final int LINE = 26;
    private static final int MOST_STANDING_LABEL = 9;

    private ChartDrawing() {}

    /** The same chart for a desk and for a telephone. */
    static String svg(Chart chart, int width, int id) {
        return new Svg(id).draw(draw(chart, width), width, height(chart));
    }

    private static int height(Chart chart) {
        if (chart instanceof Chart.Bars bars && bars.lying()) {
            return 70 + LINE * bars.categories().size() * perCategory(bars);
        }
        if (chart instanceof Chart.Intervals intervals) {
            return 60 + 34 * intervals.categories().size();
        }
        return chart instanceof Chart.Lines lines && lines.series().size() > 4 ? HEIGHT + 18 : HEIGHT;
    }

    private static int perCategory(Chart.Bars bars) {
        return bars.stacked() ? 1 : (bars.series().size() + 1) / 2;
    }

    private static JFreeChart draw(Chart chart, int width) {
        if (chart instanceof Chart.Bars bars) {
            return bars(bars, width);
        }
        if (chart instanceof Chart.Lines lines) {
            return lines(lines);
        }
        return chart instanceof Chart.Intervals intervals ? intervals(intervals) : histogram((Chart.Histogram) chart);
    }

    private static JFreeChart bars(Chart.Bars bars, int width) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Chart.Series series : bars.series()) {
            for (int i = 0; i < bars.categories().size(); i++) {
                data.addValue(
                        series.values().get(i), series.name(), bars.categories().get(i));
            }
        }
        BarRenderer renderer = bars.stacked() ? new StackedBarRenderer() : new BarRenderer();
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(0.08);
        renderer.setMaximumBarWidth(bars.lying() ? 0.8 : 0.12);
        CategoryAxis names = new CategoryAxis();
        names.setMaximumCategoryLabelWidthRatio(bars.lying() ? (width == NARROW ? 0.34f : 0.4f) : 0.95f);
        names.setMaximumCategoryLabelLines(2);
        names.setCategoryMargin(0.22);
        names.setLowerMargin(0.02);
        names.setUpperMargin(0.02);
        boolean tight = !bars.lying()
                && width / Math.max(1, bars.categories().size()) < 58
                && bars.categories().stream().anyMatch(name -> name.length() > MOST_STANDING_LABEL);
        if (tight) {
            names.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
            names.setTickLabelFont(LABEL.deriveFont(9f));
        }
        NumberAxis values = numbers();
        values.setAutoRangeIncludesZero(true);
        CategoryPlot plot = new CategoryPlot(data, names, values, renderer);
        plot.setOrientation(bars.lying() ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Palette.ZERO);
        for (int i = 0; i < bars.series().size(); i++) {
            renderer.setSeriesPaint(i, bars.series().get(i).rest() ? Palette.REST : Palette.series(i));
        }
        return finished(plot, bars.series().size() > 1, names, values);
    }

    private static JFreeChart lines(Chart.Lines lines) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer =
                new XYLineAndShapeRenderer(true, lines.points().size() <= 40);
        for (int s = 0; s < lines.series().size(); s++) {
            XYSeries series = new XYSeries(lines.series().get(s).name());
            List<Double> values = lines.series().get(s).values();
            for (int i = 0; i < values.size(); i++) {
                series.add(i, values.get(i));
            }
            data.addSeries(series);
            renderer.setSeriesPaint(s, Palette.series(s));
            renderer.setSeriesStroke(s, stroke(s));
        }
        SymbolAxis points = new SymbolAxis(
                null, lines.points().stream().map(ChartDrawing::apart).toArray(String[]::new));
        points.setGridBandsVisible(false);
        points.setLowerMargin(0.02);
        points.setUpperMargin(0.04);
        NumberAxis values = numbers();
        return xy(new XYPlot(data, points, values, renderer), lines.series().size() > 1, points, values);
    }

    private static JFreeChart intervals(Chart.Intervals intervals) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYIntervalSeries series = new XYIntervalSeries("interval");
        int size = intervals.categories().size();
        for (int i = 0; i < size; i++) {
            Double value = intervals.values().get(i);
            if (value != null) {
                Double lower = intervals.lower().get(i);
                Double upper = intervals.upper().get(i);
                int y = size - 1 - i;
                series.add(value, lower == null ? value : lower, upper == null ? value : upper, y, y, y);
            }
        }
        data.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(8);
        renderer.setErrorPaint(Palette.series(0));
        renderer.setErrorStroke(new BasicStroke(2));
        renderer.setSeriesPaint(0, Palette.series(0));
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            names[size - 1 - i] = intervals.categories().get(i);
        }
        SymbolAxis categories = new SymbolAxis(null, names);
        categories.setGridBandsVisible(false);
        categories.setRange(-0.6, size - 0.4);
        NumberAxis values = numbers();
        values.setAutoRangeIncludesZero(true);
        XYPlot plot = new XYPlot(data, values, categories, renderer);
        JFreeChart chart = xy(plot, false, categories, values);
        plot.setDomainGridlinesVisible(true);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDomainZeroBaselineVisible(true);
        plot.setDomainZeroBaselinePaint(Palette.ZERO);
        return chart;
    }

    private static JFreeChart histogram(Chart.Histogram histogram) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYIntervalSeries series = new XYIntervalSeries("orders");
        for (int i = 0; i < histogram.counts().size(); i++) {
            double from = histogram.edges().get(i);
            double to = histogram.edges().get(i + 1);
            long count = histogram.counts().get(i);
            series.add((from + to) / 2, from, to, count, count, count);
        }
        data.addSeries(series);
        XYBarRenderer renderer = new XYBarRenderer(0.06);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setSeriesPaint(0, Palette.series(0));
        NumberAxis bins = numbers();
        bins.setAutoRangeIncludesZero(false);
        NumberAxis counts = numbers();
        counts.setAutoRangeIncludesZero(true);
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return xy(new XYPlot(data, bins, counts, renderer), false, bins, counts);
    }

    private static JFreeChart xy(XYPlot plot, boolean legend, Axis... axes) {
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Palette.ZERO);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return finished(plot, legend, axes);
    }

    private static JFreeChart finished(Plot plot, boolean legend, Axis... axes) {
        for (Axis axis : axes) {
            axis.setTickLabelPaint(Palette.INK);
            if (axis.getTickLabelFont().getSize() != 9) {
                axis.setTickLabelFont(LABEL);
            }
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
        }
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 2, 2, 10));
        plot.setNoDataMessage("no values");
        plot.setNoDataMessagePaint(Palette.INK);
        JFreeChart chart = new JFreeChart(null, LABEL, plot, legend);
        chart.setBackgroundPaint(null);
        if (legend) {
            chart.getLegend().setFrame(BlockBorder.NONE);
            chart.getLegend().setBackgroundPaint(null);
            chart.getLegend().setItemFont(LABEL);
            chart.getLegend().setItemPaint(Palette.INK);
            chart.getLegend().setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        }
        return chart;
    }

    private static NumberAxis numbers() {
        NumberAxis axis = new NumberAxis();
        axis.setNumberFormatOverride(new AxisFormat());
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /** Keeps a label away from its neighbours: those that would touch are left out. */
    private static String apart(String label) {
        return "\u00a0" + label + "\u00a0";
    }

    private static BasicStroke stroke(int series) {
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[series % DASHES.length], 0);
    }
}
