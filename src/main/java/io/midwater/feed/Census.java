package io.midwater.feed;

import io.midwater.domain.InputKind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a file: the answer of {@code inspect}. It closes: rows = accepted + rejected + duplicates.
 *
 * @param kind null where the header fits no kind
 * @param columns header name per canonical column found
 * @param unknown header names that mean nothing to us
 * @param rows lines that are neither header nor blank
 * @param duplicates rows with the content of one of the million rows before
 * @param reasons rejected rows by reason, those that occur
 * @param securities number of different security codes
 * @param dates number of different business dates
 * @param firstDate null where no row is accepted
 * @param crossedQuotes accepted rows whose bid lies above their offer
 * @param missingQuotes accepted rows without a usable bid and offer: empty, zero, negative or the feed's "not available"
 * @param replacedTexts texts in which invalid UTF-8 was replaced
 * @param dateDisagreements rows whose own date is not their business date
 * @param leavesAboveQuantity orders with more open than their quantity
 * @param error why the file cannot be used; null where it can
 */
public record Census(
        String path,
        InputKind kind,
        Map<String, String> columns,
        List<String> unknown,
        long rows,
        long accepted,
        long rejected,
        long blank,
        long duplicates,
        Map<String, Long> reasons,
        long securities,
        long dates,
        LocalDate firstDate,
        LocalDate lastDate,
        long crossedQuotes,
        long missingQuotes,
        long replacedTexts,
        long dateDisagreements,
        long leavesAboveQuantity,
        String error) {
    public Census {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        unknown = List.copyOf(unknown);
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /** A file that cannot be used. */
    static Census unusable(String path, InputKind kind, String error) {
        return new Census(
                path, kind, Map.of(), List.of(), 0, 0, 0, 0, 0, Map.of(), 0, 0, null, null, 0, 0, 0, 0, 0, error);
    }
}
