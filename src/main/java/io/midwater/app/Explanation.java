package io.midwater.app;

import java.util.List;

/** One order end to end, as text in sections. */
record Explanation(long orderId, List<Day> days) {
    Explanation {
        days = List.copyOf(days);
    }

    /** The order on one business date; the timeline is a picture in lines of text. */
    record Day(String securityCode, String date, List<String> timeline, List<Section> sections) {
        Day {
            timeline = List.copyOf(timeline);
            sections = List.copyOf(sections);
        }
    }

    /** A table with a title; a cell without a value is empty. */
    record Section(String title, List<String> columns, List<List<String>> rows) {
        Section {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
