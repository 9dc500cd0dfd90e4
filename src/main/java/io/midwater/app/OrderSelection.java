package io.midwater.app;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.OrderLife;
import java.io.Serializable;
import java.util.Set;

/**
 * Which orders are classified, measured and simulated; the book stays whole.
 *
 * @param participants broker numbers; empty for all
 * @param fromNs local time of arrival since midnight, inclusive
 * @param toNs local time of arrival since midnight, exclusive
 */
record OrderSelection(Set<Long> participants, long fromNs, long toNs) implements Serializable {
    OrderSelection {
        participants = Set.copyOf(participants);
    }

    boolean selects(OrderLife life, BusinessCalendar calendar) {
        if (!participants.isEmpty() && !participants.contains(life.participantId())) {
            return false;
        }
        if (fromNs == 0 && toNs == Long.MAX_VALUE) {
            return true;
        }
        long time = calendar.localTimeOfDayNs(life.arrivalNs());
        return time >= fromNs && time < toNs;
    }
}
