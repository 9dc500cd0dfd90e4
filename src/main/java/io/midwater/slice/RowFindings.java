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

/** Counts what is odd about the rows of a slice; every row stays. */
final class RowFindings {
    private RowFindings() {}

    static void count(SecurityDay unit, OrderEvents orders, TradeLegs trades, OrderIndex index, Findings findings) {
        for (int row = 0; row < orders.count(); row++) {
            findings.add(Finding.LEAVES_ABOVE_QUANTITY, orders.leavesQuantity(row) > orders.quantity(row) ? 1 : 0);
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
