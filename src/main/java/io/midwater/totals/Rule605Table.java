package io.midwater.totals;

import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Table {@code rule605_sums}: what a unit's orders add up to for the aggregate {@code rule605}, a row for each class that
 * has orders.
 */
public final class Rule605Table extends TableOfSums {
    /** The columns that tell its rows apart. */
    public static final List<String> KEYS = List.of("order_type", "lot_class", "order_size");

    private final LongColumn securityCode = longs("security_code", "", "order book id");
    private final DateColumn date = dates("date", "business date");
    private final TextColumn orderType = texts(
            "order_type",
            "MXXNN market; limit orders: LYNNN marketable, LNYNN midpoint or better, LNNNN others that became executable,"
                    + " with Y in the fourth place if immediate or cancel; NOT_COVERED_ and the reason for all others");
    private final TextColumn lotClass = texts(
            "lot_class",
            "LESS_THAN_SHARE, ODD_LOT (below metrics.rule605.round-lot) or ROUND_LOT, of the initial quantity; null where"
                    + " not covered");
    private final LongColumn orderSize = longs(
            "order_size",
            "currency units",
            "lower bound of the class of the order's value (metrics.rule605.notional-from); null where not covered");
    private final List<Sum> sums;
    private final List<Column> columns = new ArrayList<>();
    private final Tally tally;

    /** @param sums over the rows that are added */
    public Rule605Table(RowGroupSink sink, List<Sum> sums) {
        super("rule605_sums", sink);
        this.sums = List.copyOf(sums);
        for (Sum sum : sums) {
            columns.add(column(sum.column()));
        }
        tally = Tally.of(KEYS.stream().map(KeyColumn::text).toList(), sums, List.of());
    }

    /** Adds rows up. */
    public void add(RowGroup rows) {
        tally.forgetCodes();
        for (int from = 0; from < rows.rows(); from += Block.ROWS) {
            Block block = new Block(rows, from);
            tally.next(block);
            for (int i = 0; i < sums.size(); i++) {
                tally.addToSum(i, sums.get(i).value().of(block));
            }
        }
    }

    /** Writes the rows; what was added must be of this unit. */
    public void finish(SecurityDay unit) {
        for (int group : tally.sorted()) {
            write(unit, group);
        }
        flush();
    }

    private void write(SecurityDay unit, int group) {
        List<Comparable<?>> key = tally.groups().key(group).values();
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        append(orderType, key.get(0));
        append(lotClass, key.get(1));
        append(orderSize, key.get(2) == null ? null : Long.valueOf((String) key.get(2)));
        for (int i = 0; i < columns.size(); i++) {
            append(columns.get(i), sums.get(i), tally.sum(i, group));
        }
        endRow();
    }
}
