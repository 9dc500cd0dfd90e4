package io.midwater.control;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.List;

/**
 * Which units are asked for.
 *
 * @param securities codes; empty for all
 * @param from first business date, inclusive, ISO-8601; null for all
 * @param to last business date, inclusive, ISO-8601; null for all
 */
public record UnitSelection(List<Long> securities, String from, String to) {
    public UnitSelection {
        securities = List.copyOf(securities);
    }

    public boolean selects(SecurityDay unit) {
        return (securities.isEmpty() || securities.contains(unit.securityCode()))
                && (from == null || !unit.date().isBefore(LocalDate.parse(from)))
                && (to == null || !unit.date().isAfter(LocalDate.parse(to)));
    }

    /** True where the other asks for nothing beyond this one. */
    public boolean covers(UnitSelection other) {
        boolean codes = securities.isEmpty() || !other.securities.isEmpty() && securities.containsAll(other.securities);
        // ISO dates compare as texts.
        boolean first = from == null || other.from != null && other.from.compareTo(from) >= 0;
        boolean last = to == null || other.to != null && other.to.compareTo(to) <= 0;
        return codes && first && last;
    }

    /**
     * False where rows that an earlier selection left out are certainly left out by this one too.
     *
     * @param rows what is known of them; null for nothing
     * @param calendar turns times into business dates; null where something else decides the date
     */
    boolean mayTakeFrom(FileResult.Elsewhere rows, BusinessCalendar calendar) {
        if (rows == null) {
            return true;
        }
        boolean allKnown = rows.securities().size() < SecurityDay.MOST_NAMED;
        if (allKnown && !securities.isEmpty() && rows.securities().stream().noneMatch(securities::contains)) {
            return false;
        }
        if (calendar == null) {
            return true;
        }
        String first =
                LocalDate.ofEpochDay(calendar.businessDate(rows.firstNs())).toString();
        String last = LocalDate.ofEpochDay(calendar.businessDate(rows.lastNs())).toString();
        return (from == null || last.compareTo(from) >= 0) && (to == null || first.compareTo(to) <= 0);
    }
}
