package io.midwater.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the charts of one report. Where this machine cannot draw, for want of fonts, the table stands alone. */
final class Pictures {
    private int next = 1;

    Block.Picture of(String title, String unit, Chart chart, Table table) {
        String description = description(chart, unit);
        if (isEmpty(chart)) {
            return new Block.Picture(title, unit, description, null, null, "No values to draw.", table);
        }
        try {
            String wide = ChartDrawing.svg(chart, ChartDrawing.WIDE, next++);
            String narrow = ChartDrawing.svg(chart, ChartDrawing.NARROW, next++);
            return new Block.Picture(title, unit, description, wide, narrow, null, table);
        } catch (LinkageError | InternalError | RuntimeException e) {
            return new Block.Picture(
                    title,
                    unit,
                    description,
                    null,
                    null,
                    "The chart could not be drawn on the machine that made this report (" + Format.foreign(cause(e))
                            + "); the table has its figures.",
                    table);
        }
    }

    private static String cause(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    private static boolean isEmpty(Chart chart) {
        return series(chart).stream()
                .allMatch(series -> series.values().stream().allMatch(value -> value == null));
    }

    /** What a person who does not see the chart is told of it. */
    private static String description(Chart chart, String unit) {
        StringBuilder text = new StringBuilder(kind(chart));
        List<String> names = categories(chart);
        for (Chart.Series series : series(chart)) {
            int low = -1;
            int high = -1;
            for (int i = 0; i < series.values().size(); i++) {
                Double value = series.values().get(i);
                if (value != null) {
                    low = low < 0 || value < series.values().get(low) ? i : low;
                    high = high < 0 || value > series.values().get(high) ? i : high;
                }
            }
            text.append(". ").append(series.name()).append(": ");
            if (low < 0) {
                text.append("no values");
            } else {
                text.append("from ")
                        .append(Format.decimals(series.values().get(low), 2))
                        .append(" at ")
                        .append(names.get(low))
                        .append(" to ")
                        .append(Format.decimals(series.values().get(high), 2))
                        .append(" at ")
                        .append(names.get(high));
            }
        }
        return text + (unit.isEmpty() ? "." : ", in " + unit + ".") + " The table below the chart has all figures.";
    }

    private static String kind(Chart chart) {
        return chart instanceof Chart.Lines
                ? "Line chart"
                : chart instanceof Chart.Histogram
                        ? "Histogram"
                        : chart instanceof Chart.Intervals ? "Estimates with 95 % intervals" : "Bar chart";
    }

    private static List<String> categories(Chart chart) {
        if (chart instanceof Chart.Bars bars) {
            return bars.categories();
        }
        if (chart instanceof Chart.Lines lines) {
            return lines.points();
        }
        if (chart instanceof Chart.Intervals intervals) {
            return intervals.categories();
        }
        return ((Chart.Histogram) chart)
                .edges().stream()
                        .map(edge -> String.format(Locale.ROOT, "%.2f and above", edge))
                        .toList();
    }

    private static List<Chart.Series> series(Chart chart) {
        if (chart instanceof Chart.Bars bars) {
            return bars.series();
        }
        if (chart instanceof Chart.Lines lines) {
            return lines.series();
        }
        if (chart instanceof Chart.Intervals intervals) {
            return List.of(new Chart.Series("Estimate", intervals.values()));
        }
        List<Double> counts = new ArrayList<>();
        ((Chart.Histogram) chart).counts().forEach(count -> counts.add(count.doubleValue()));
        return List.of(new Chart.Series("Orders", counts));
    }
}
