package io.midwater.slice;

import io.midwater.domain.Finding;
import io.midwater.domain.Findings;
import io.midwater.domain.InputKind;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.TradeClass;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import java.util.BitSet;

/** Counts what is odd about the rows of a slice; every row stays. */
final class RowFindings {
    /** Codes of the feed (Direct Drop specification; ASX Trade Introduction and Business Information, 19.1). */
    private static final BitSet CHANGE_REASONS = codes(
            1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 34, 35, 36, 37,
            38, 39, 40, 41, 42, 43, 48, 49, 50, 51, 100);

    private RowFindings() {}

    static void count(SecurityDay unit, OrderEvents orders, TradeLegs trades, OrderIndex index, Findings findings) {
        for (int row = 0; row < orders.count(); row++) {
            findings.add(Finding.LEAVES_ABOVE_QUANTITY, orders.leavesQuantity(row) > orders.quantity(row) ? 1 : 0);
            findings.add(Finding.UNKNOWN_CHANGE_REASONS, isKnown(orders.changeReason(row)) ? 0 : 1);
        }
        for (int order = 0; order < index.orders(); order++) {
            findings.add(Finding.MATCHED_QUANTITY_FALLS, matchedFalls(orders, index, order) ? 1 : 0);
        }
        for (int row = 0; row < trades.count(); row++) {
            TradeClass tradeClass = trades.tradeClass(row);
            findings.add(Finding.CANCELLED_LEGS, tradeClass == TradeClass.CANCELLED ? 1 : 0);
            boolean unknown = tradeClass == TradeClass.OTHER && !TradeClass.isCombination(trades.dealSource(row));
            findings.add(Finding.UNKNOWN_DEAL_SOURCES, unknown ? 1 : 0);
        }
        findings.add(
                Finding.DATE_COLUMN_DISAGREES,
                otherDates(unit, orders.rows(), InputKind.ORDERS) + otherDates(unit, trades.rows(), InputKind.TRADES));
    }

    private static BitSet codes(int... codes) {
        BitSet set = new BitSet();
        for (int code : codes) {
            set.set(code);
        }
        return set;
    }

    private static boolean isKnown(int changeReason) {
        return changeReason >= 0 && CHANGE_REASONS.get(changeReason);
    }

    private static boolean matchedFalls(OrderEvents orders, OrderIndex index, int order) {
        long highest = 0;
        for (int n = 0; n < index.eventCount(order); n++) {
            long matched = orders.totalMatchedQuantity(index.event(order, n));
            if (matched < highest) {
                return true;
            }
            highest = matched;
        }
        return false;
    }

    private static long otherDates(SecurityDay unit, PackedRows rows, InputKind kind) {
        PackedColumn date = rows.column(kind.dateColumn());
        long day = unit.date().toEpochDay();
        long others = 0;
        for (int row = 0; row < rows.rows(); row++) {
            others += date.get(row) != RowGroup.NULL && date.get(row) != day ? 1 : 0;
        }
        return others;
    }
}
