package io.midwater.report;

import java.util.List;

/** What a chart shows, before it is drawn. Values may be null: nothing is drawn there. */
sealed interface Chart {
    /** @param rest what the other series leave over, drawn without a colour of its own */
    record Series(String name, List<Double> values, boolean rest) {
        public Series {
            name = Format.plain(name);
        }

        Series(String name, List<Double> values) {
            this(name, values, false);
        }
    }

    /**
     * One bar for each category and series.
     *
     * @param stacked on top of each other instead of side by side
     * @param lying bars go to the right and categories down, for long names
     */
    record Bars(List<String> categories, List<Series> series, boolean stacked, boolean lying) implements Chart {
        public Bars {
            categories = plain(categories);
        }
    }

    /** One line for each series over points that have names. */
    record Lines(List<String> points, List<Series> series) implements Chart {
        public Lines {
            points = plain(points);
        }
    }

    /** One dot with its interval for each category; an interval may be null. */
    record Intervals(List<String> categories, List<Double> values, List<Double> lower, List<Double> upper)
            implements Chart {
        public Intervals {
            categories = plain(categories);
        }
    }

    /** Counts in adjoining bins; {@code edges} has one more than counts. */
    record Histogram(List<Double> edges, List<Long> counts) implements Chart {}

    private static List<String> plain(List<String> names) {
        return names.stream().map(Format::plain).toList();
    }
}
