package io.midwater.totals;

import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    private final Groups groups = new Groups(KEYS);
    private final List<GroupSums> found;

    /** @param sums over the rows that are added */
    public Rule605Table(RowGroupSink sink, List<Sum> sums) {
        super("rule605_sums", sink);
        this.sums = List.copyOf(sums);
        for (Sum sum : sums) {
            columns.add(sum(sum.column()));
        }
        found = sums.stream().map(sum -> GroupSums.of(sum.column().type())).toList();
    }

    /** Adds rows up. */
    public void add(RowGroup rows) {
        for (int from = 0; from < rows.rows(); from += Block.ROWS) {
            Block block = new Block(rows, from);
            int[] numbers = groups.number(block);
            for (int i = 0; i < sums.size(); i++) {
                found.get(i).add(sums.get(i).value().of(block), numbers, groups.count());
            }
        }
    }

    /** Writes the rows; what was added must be of this unit. */
    public void finish(SecurityDay unit) {
        IntStream.range(0, groups.count())
                .boxed()
                .sorted(Comparator.comparing(groups::key))
                .forEach(group -> write(unit, group));
        flush();
    }

    private void write(SecurityDay unit, int group) {
        List<String> key = groups.key(group).texts();
        securityCode.append(unit.securityCode());
        date.append(unit.date());
        orderType.append(key.get(0));
        lotClass.append(key.get(1));
        if (key.get(2) == null) {
            orderSize.appendNull();
        } else {
            orderSize.append(Long.parseLong(key.get(2)));
        }
        for (int i = 0; i < columns.size(); i++) {
            append(columns.get(i), sums.get(i), found.get(i).sum(group));
        }
        endRow();
    }
}
