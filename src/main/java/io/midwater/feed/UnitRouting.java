package io.midwater.feed;

import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which shuffle partition a unit or the account of a file goes to. Accounts come first, so that the reject limit is known
 * before anything is published; then the units of the sample, the largest first and the small ones packed together; units
 * that the sample missed are spread over the same partitions. Routing decides who does the work, never what comes out.
 */
public final class UnitRouting implements Serializable {
    private static final long serialVersionUID = 1;

    private final int accountPartitions;
    private final int unitPartitions;
    private final HashMap<SecurityDay, Integer> known;

    private UnitRouting(int accountPartitions, int unitPartitions, HashMap<SecurityDay, Integer> known) {
        this.accountPartitions = accountPartitions;
        this.unitPartitions = unitPartitions;
        this.known = known;
    }

    /**
     * @param weights estimated rows per unit; may be empty or wrong
     * @param unitPartitions at least 1
     */
    public static UnitRouting of(Map<SecurityDay, Long> weights, int accountPartitions, int unitPartitions) {
        PriorityQueue<long[]> loads = new PriorityQueue<>(
                Comparator.<long[]>comparingLong(load -> load[0]).thenComparingLong(load -> load[1]));
        for (int partition = 0; partition < unitPartitions; partition++) {
            loads.add(new long[] {0, partition});
        }
        List<Map.Entry<SecurityDay, Long>> heaviest = weights.entrySet().stream()
                .sorted(Map.Entry.<SecurityDay, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        HashMap<SecurityDay, Integer> known = new HashMap<>();
        for (Map.Entry<SecurityDay, Long> unit : heaviest) {
            long[] lightest = loads.remove();
            known.put(unit.getKey(), accountPartitions + (int) lightest[1]);
            lightest[0] += Math.max(1, unit.getValue());
            loads.add(lightest);
        }
        return new UnitRouting(accountPartitions, unitPartitions, known);
    }

    public int partitions() {
        return accountPartitions + unitPartitions;
    }

    int partition(FeedBlock block) {
        if (!block.holdsRows()) {
            return block.fileIndex() % accountPartitions;
        }
        SecurityDay unit = new SecurityDay(block.securityCode(), block.epochDay());
        Integer partition = known.get(unit);
        return partition != null ? partition : accountPartitions + Math.floorMod(mix(unit), unitPartitions);
    }

    private static int mix(SecurityDay unit) {
        long mixed = (unit.securityCode() * 31 + unit.date().toEpochDay()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
