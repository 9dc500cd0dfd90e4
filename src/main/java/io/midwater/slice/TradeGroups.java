package io.midwater.slice;

import io.midwater.domain.Finding;
import io.midwater.domain.Findings;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import java.util.BitSet;

/**
 * The legs of each match group. Of several legs of one side that agree on order, price and quantity one stays and the others
 * are duplicates: the first that takes the trade back, so that it stays taken back, else the first. Where they disagree,
 * every leg of the group is rejected.
 */
final class TradeGroups {
    private final PackedColumn group;
    private final PackedColumn side;
    private final PackedColumn order;
    private final PackedColumn price;
    private final PackedColumn quantity;
    private final PackedColumn time;
    private final PackedColumn cancelled;
    private final BitSet duplicates = new BitSet();
    private final BitSet conflicting = new BitSet();

    private TradeGroups(PackedRows rows) {
        this.group = rows.column("matchgroupid");
        this.side = rows.column("side");
        this.order = rows.column("orderid");
        this.price = rows.column("tradeprice");
        this.quantity = rows.column("quantity");
        this.time = rows.column("tradetime");
        this.cancelled = rows.column("cancelled");
    }

    /** The rows given are in the total order. */
    static TradeGroups find(PackedRows rows, Findings findings) {
        TradeGroups groups = new TradeGroups(rows);
        int[] legs = TotalOrder.identity(rows.rows());
        RowOrder byGroup = groups::compare;
        byGroup.sort(legs, 0, legs.length);
        int from = 0;
        for (int i = 1; i <= legs.length; i++) {
            if (i == legs.length || groups.group.get(legs[i]) != groups.group.get(legs[from])) {
                if (from < legs.length) {
                    groups.check(legs, from, i, findings);
                }
                from = i;
            }
        }
        return groups;
    }

    /** Rows to drop as duplicates. */
    BitSet duplicates() {
        return duplicates;
    }

    /** Rows to reject. */
    BitSet conflicting() {
        return conflicting;
    }

    private int compare(int left, int right) {
        int byGroup = Long.compare(group.get(left), group.get(right));
        int bySide = byGroup == 0 ? Long.compare(side.get(left), side.get(right)) : byGroup;
        return bySide == 0 ? Integer.compare(left, right) : bySide;
    }

    private void check(int[] legs, int from, int to, Findings findings) {
        boolean conflict = false;
        int other = -1;
        int kept = legs[from];
        for (int i = from + 1; i < to; i++) {
            int leg = legs[i];
            if (side.get(leg) != side.get(kept)) {
                other = kept;
                kept = leg;
            } else if (sameTerms(leg, kept) && order.get(leg) == order.get(kept)) {
                boolean takesBack = takenBack(leg) && !takenBack(kept);
                duplicates.set(takesBack ? kept : leg);
                kept = takesBack ? leg : kept;
            } else {
                conflict = true;
            }
        }
        if (conflict) {
            for (int i = from; i < to; i++) {
                duplicates.clear(legs[i]);
                conflicting.set(legs[i]);
            }
        } else if (other < 0) {
            findings.add(Finding.ONE_SIDED_MATCHES);
        } else if (!sameTerms(other, kept) || time.get(other) != time.get(kept)) {
            findings.add(Finding.UNEQUAL_MATCHES);
        }
    }

    private boolean sameTerms(int left, int right) {
        return price.get(left) == price.get(right) && quantity.get(left) == quantity.get(right);
    }

    private boolean takenBack(int leg) {
        return TradeLegs.takenBack(cancelled.get(leg));
    }
}
