package io.midwater.feed;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an input is estimated to hold.
 *
 * @param rows selected order events and trade legs per unit, of the units that the samples met; quotes and session states
 *     alone make no unit
 * @param kinds the kinds that come in security-days
 * @param exact true when everything was read
 */
public record UnitSample(SortedMap<SecurityDay, Long> rows, List<Kind> kinds, boolean exact) {
    public UnitSample {
        kinds = List.copyOf(kinds);
    }

    /**
     * @param bytes on storage
     * @param rows rows of the files
     * @param kept rows inside the selection
     * @param plainBytes bytes without compression
     * @param rowsError half the width of the 95 % interval of {@code rows}, relative to it; null where it is exact or too
     *     little was sampled
     */
    public record Kind(
            InputKind kind,
            int files,
            long bytes,
            long rows,
            long kept,
            long rejected,
            long plainBytes,
            Double rowsError) {}

    /** Bytes, uncompressed, of the rows inside the selection. */
    public long selectedBytes() {
        return kinds.stream()
                .filter(kind -> kind.rows() > 0)
                .mapToLong(kind -> Math.round((double) kind.plainBytes() * kind.kept() / kind.rows()))
                .sum();
    }

    /** Bytes, uncompressed, of everything else. */
    public long otherBytes() {
        return kinds.stream().mapToLong(Kind::plainBytes).sum() - selectedBytes();
    }

    /** The units met, those with the most rows first; equal ones in their own order. */
    public List<SecurityDay> largestFirst() {
        return rows.entrySet().stream()
                .sorted(Map.Entry.<SecurityDay, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every security on every trading day between the first and the last date met: no more units than these. */
    public long unitsAtMost(BusinessCalendar calendar) {
        if (exact || rows.isEmpty()) {
            return rows.size();
        }
        long securities = rows.keySet().stream()
                .mapToLong(SecurityDay::securityCode)
                .distinct()
                .count();
        LocalDate first = rows.keySet().stream()
                .map(SecurityDay::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = rows.keySet().stream()
                .map(SecurityDay::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long days = first.datesUntil(last.plusDays(1))
                .filter(calendar::isTradingDay)
                .count();
        return Math.max(rows.size(), securities * days);
    }

    /** Rows of the largest unit per row of the median unit; 1 when all are alike, 0 without units. */
    public double skew() {
        if (rows.isEmpty()) {
            return 0;
        }
        long[] sizes =
                rows.values().stream().mapToLong(Long::longValue).sorted().toArray();
        return (double) sizes[sizes.length - 1] / sizes[sizes.length / 2];
    }
}
