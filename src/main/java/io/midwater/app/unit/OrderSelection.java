package io.midwater.app.unit;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.OrderLife;
import java.io.Serializable;
import java.util.Set;

/**
 * Which orders are classified, measured and simulated; the book stays whole.
 *
 * @param participants broker numbers, 0 for orders without one; empty for all
 * @param fromNs local time of arrival since midnight, inclusive
 * @param toNs local time of arrival since midnight, exclusive
 */
public record OrderSelection(Set<Long> participants, long fromNs, long toNs) implements Serializable {
    private static final long UNKNOWN = 0;

    public OrderSelection {
        participants = Set.copyOf(participants);
    }

    boolean selects(OrderLife life, BusinessCalendar calendar) {
        long participant = life.participantId() == NULL ? UNKNOWN : life.participantId();
        if (!participants.isEmpty() && !participants.contains(participant)) {
            return false;
        }
        if (fromNs == 0 && toNs == Long.MAX_VALUE) {
            return true;
        }
        long time = calendar.localTimeOfDayNs(life.arrivalNs());
        return time >= fromNs && time < toNs;
    }
}
