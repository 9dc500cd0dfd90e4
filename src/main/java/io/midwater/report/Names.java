package io.midwater.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What participants and securities are called in this report. */
final class Names {
    private static final String UNREPORTED = "not reported";

    private final Map<Long, String> participants = new HashMap<>();
    private final Map<Long, String> securities;
    private final boolean pseudonymous;

    Names(ReportData data) {
        securities = data.securities();
        pseudonymous = data.pseudonymous();
        if (pseudonymous) {
            aliases(data.aggregate("by_participant"));
        } else {
            participants.putAll(data.participants());
        }
    }

    /** P01, P02 … in order of traded value, ties by number, so that the same output gives the same aliases. */
    private void aliases(List<Figures> rows) {
        List<Figures> bySize = new ArrayList<>(rows);
        bySize.removeIf(row -> !row.has("participant_id"));
        bySize.sort(Comparator.comparingDouble(Names::size)
                .reversed()
                .thenComparingLong(row -> row.count("participant_id")));
        int width = Math.max(2, String.valueOf(bySize.size()).length());
        for (int i = 0; i < bySize.size(); i++) {
            participants.put(
                    bySize.get(i).count("participant_id"), String.format(Locale.ROOT, "P%0" + width + "d", i + 1));
        }
    }

    private static double size(Figures row) {
        Double value = row.number("traded_value");
        return value == null ? 0 : value;
    }

    String participant(Long id) {
        if (id == null) {
            return UNREPORTED;
        }
        String name = participants.get(id);
        if (pseudonymous) {
            return name == null ? "P–" : name;
        }
        return named(id, name);
    }

    String security(Long code) {
        return code == null ? UNREPORTED : named(code, securities.get(code));
    }

    private static String named(long number, String name) {
        return name == null || name.isBlank() ? String.valueOf(number) : number + " " + Format.foreign(name);
    }
}
