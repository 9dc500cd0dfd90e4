package io.midwater.domain;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One security on one business date: the unit of work, of parallelism, of publication and of failure.
 *
 * @param securityCode order book id, positive
 * @param date business date
 */
public record SecurityDay(long securityCode, LocalDate date) implements Comparable<SecurityDay>, Serializable {
    /** How many security codes are named where there may be thousands. */
    public static final int MOST_NAMED = 16;

    private static final Comparator<SecurityDay> ORDER =
            Comparator.comparingLong(SecurityDay::securityCode).thenComparing(SecurityDay::date);

    public SecurityDay {
        requireNonNull(date, "date is null");
        if (securityCode <= 0) {
            throw new IllegalArgumentException("security code must be positive, was " + securityCode);
        }
    }

    public SecurityDay(long securityCode, int epochDay) {
        this(securityCode, LocalDate.ofEpochDay(epochDay));
    }

    /** The unit's folder below a table's folder. */
    public String path() {
        return "security_code=" + securityCode + "/date=" + date;
    }

    @Override
    public int compareTo(SecurityDay other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return securityCode + "/" + date;
    }
}
