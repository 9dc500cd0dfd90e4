package io.midwater.app.explain;

import java.util.List;

/** One order end to end, as text in sections. */
public record Explanation(long orderId, List<Day> days) {
    public Explanation {
        days = List.copyOf(days);
    }

    /** The order on one business date; the timeline is a picture in lines of text. */
    public record Day(String securityCode, String date, List<String> timeline, List<Section> sections) {
        public Day {
            timeline = List.copyOf(timeline);
            sections = List.copyOf(sections);
        }
    }

    /** A table with a title; a cell without a value is empty. */
    public record Section(String title, List<String> columns, List<List<String>> rows) {
        public Section {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
