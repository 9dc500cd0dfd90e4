package io.midwater.benchmark;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.Table;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;

/** A row group shaped like one security-day of order events: 30 columns of clocks, ids, prices, codes and constants. */
final class OrderLikeRows implements RowGroup {
    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<long[]> columns = new ArrayList<>();
    private final List<TextDictionary> dictionaries = new ArrayList<>();
    private final TableSchema schema;

    OrderLikeRows(long seed, int group) {
        Random random = new Random(seed + group);
        long[] order = new long[Table.GROUP_ROWS];
        long[] quantity = new long[Table.GROUP_ROWS];
        long[] price = new long[Table.GROUP_ROWS];
        long[] clock = new long[Table.GROUP_ROWS];
        long mid = 33_900;
        long now = 1_725_497_251_000_000_000L + group * 600_000_000_000L;
        for (int i = 0; i < order.length; i++) {
            boolean known = i > 100 && random.nextInt(3) > 0;
            int earlier = known ? i - 1 - random.nextInt(100) : i;
            mid += random.nextInt(200) == 0 ? (random.nextBoolean() ? 10 : -10) : 0;
            now += random.nextInt(20_000_000);
            order[i] = known ? order[earlier] : 7_904_794_000_000_000L + (long) group * 1_000_000_000 + i * 6_113L;
            quantity[i] = known ? quantity[earlier] : 1 + (long) Math.exp(random.nextGaussian() * 1.5 + 5);
            price[i] = known ? price[earlier] : mid + 10L * (random.nextInt(21) - 10);
            clock[i] = now;
        }
        long[] bid = walk(random, 33_890);
        add("order_id", ColumnType.LONG, i -> order[i]);
        add("exchange", ColumnType.INT, i -> 1);
        add("ts_ns", ColumnType.LONG, i -> clock[i]);
        add("security_code", ColumnType.LONG, i -> 110_621);
        add("price_px", ColumnType.LONG, i -> price[i]);
        add("side", ColumnType.INT, i -> order[i] % 2);
        add("change_reason", ColumnType.INT, i -> i % 3 == 0 ? 6 : random.nextInt(5));
        add("order_status", ColumnType.INT, i -> i % 3 == 0 ? 1 : 2);
        add("quantity", ColumnType.LONG, i -> quantity[i]);
        add("leaves_quantity", ColumnType.LONG, i -> i % 5 == 0 ? 0 : quantity[i]);
        add("order_type", ColumnType.INT, i -> 2);
        add("exchange_order_type", ColumnType.INT, i -> new int[] {0, 64, 256, 2048, 4096}[(int) (order[i] % 5)]);
        add("national_bid_px", ColumnType.LONG, i -> bid[i]);
        add("national_offer_px", ColumnType.LONG, i -> bid[i] + 10);
        add("bid_px", ColumnType.LONG, i -> bid[i]);
        add("offer_px", ColumnType.LONG, i -> bid[i] + 10);
        add("participant_id", ColumnType.INT, i -> order[i] % 61);
        add("preference_only", ColumnType.INT, i -> NULL);
        add("mid_tick", ColumnType.INT, i -> order[i] % 20 == 0 ? 1 : NULL);
        add("minimum_quantity", ColumnType.LONG, i -> 0);
        add("sequence", ColumnType.LONG, i -> 40_000_000L + i * 7L);
        add("crossing_key", ColumnType.LONG, i -> order[i] % 300 == 0 ? order[i] * 31 : NULL);
        add("total_matched_quantity", ColumnType.LONG, i -> i % 7 == 0 ? quantity[i] : 0);
        add("short_sell_quantity", ColumnType.LONG, i -> 0);
        add("time_validity", ColumnType.TEXT, i -> order[i] % 9 == 0 ? 1 : 0);
        add("display_quantity", ColumnType.LONG, i -> quantity[i]);
        add("time_created_ns", ColumnType.LONG, i -> 1_725_490_000_000_000_000L + order[i] % 1_000_000_007L * 1_000);
        add("ranking_ns", ColumnType.LONG, i -> clock[i] - i % 3 * 1_000);
        add("order_book_position", ColumnType.INT, i -> random.nextInt(300));
        add("date", ColumnType.DATE, i -> 19_971);
        schema = new TableSchema("order_like", specs);
    }

    private static long[] walk(Random random, long start) {
        long[] walk = new long[Table.GROUP_ROWS];
        long at = start;
        for (int i = 0; i < walk.length; i++) {
            at += random.nextInt(50) == 0 ? (random.nextBoolean() ? 10 : -10) : 0;
            walk[i] = at;
        }
        return walk;
    }

    private void add(String name, ColumnType type, IntToLongFunction value) {
        long[] values = new long[Table.GROUP_ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsLong(i);
        }
        TextDictionary dictionary = new TextDictionary();
        dictionary.indexOf("Day");
        dictionary.indexOf("Immediate");
        specs.add(new ColumnSpec(name, type, "", ""));
        columns.add(values);
        dictionaries.add(dictionary);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public int rows() {
        return Table.GROUP_ROWS;
    }

    @Override
    public void read(int column, int from, int count, long[] into) {
        System.arraycopy(columns.get(column), from, into, 0, count);
    }

    @Override
    public TextDictionary dictionary(int column) {
        return dictionaries.get(column);
    }
}
