package io.midwater.control;

import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What became of the rows of one input file.
 *
 * @param file number of the input file
 * @param rowsRead data lines that are not blank
 * @param kept rows that reached their unit
 * @param rejected rows rejected while reading
 * @param reasons rejected rows by reason
 * @param linesBefore per split the physical lines in front of it, so that a line in a split gets its number in the file
 * @param rejects the file of rejects, null where there are none
 * @param counters further counters by name
 * @param firstReject line, column and reason of the first rejected row; null without one
 * @param elsewhere what the rows outside the selection were; null without such rows
 */
public record FileResult(
        int file,
        long rowsRead,
        long kept,
        long filteredOut,
        long blank,
        long rejected,
        Map<String, Long> reasons,
        List<Long> linesBefore,
        WrittenTable rejects,
        Map<String, Long> counters,
        String firstReject,
        Elsewhere elsewhere)
        implements TaskMessage {

    /**
     * @param firstNs first timestamp
     * @param lastNs last timestamp
     * @param securities some of the security codes, at most {@link SecurityDay#MOST_NAMED}
     */
    public record Elsewhere(long firstNs, long lastNs, List<Long> securities) implements Serializable {
        /** Both together. */
        public Elsewhere plus(Elsewhere other) {
            TreeSet<Long> all = new TreeSet<>(securities);
            all.addAll(other.securities);
            return new Elsewhere(
                    Math.min(firstNs, other.firstNs),
                    Math.max(lastNs, other.lastNs),
                    all.stream().limit(SecurityDay.MOST_NAMED).toList());
        }
    }
}
