package io.midwater.totals;

import static io.midwater.domain.table.RowGroup.NULL;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Horizon;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import io.midwater.metrics.MetricsOptions;
import io.midwater.metrics.MetricsTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However orders are broken down, the parts add up to the same whole, and ratios lie between those of the parts. */
class SumsPropertiesTest {
    private static final Horizon HORIZON = new Horizon("1s", 1_000_000_000);

    /** Rows of any values at all, with the columns of table metrics. */
    private record RandomMetrics(TableSchema schema, int rows, long[][] values, TextDictionary texts)
            implements RowGroup {
        static RandomMetrics of(long seed, int rows) {
            Random random = new Random(seed);
            TableSchema schema =
                    new MetricsTable(RowGroupSink.none(), new MetricsOptions(List.of(HORIZON), 0)).schema();
            TextDictionary texts = new TextDictionary();
            for (String text :
                    List.of("BUY", "SELL", "FULL", "PARTIAL", "NONE", "A_IMMEDIATE_FULL", "CANCELLED_USER")) {
                texts.indexOf(text);
            }
            List<ColumnSpec> columns = schema.columns();
            long[][] values = new long[columns.size()][rows];
            for (int column = 0; column < values.length; column++) {
                for (int row = 0; row < rows; row++) {
                    values[column][row] = random.nextInt(5) == 0
                            ? NULL
                            : switch (columns.get(column).type()) {
                                case LONG, INT -> random.nextInt(1_000);
                                case BOOLEAN -> random.nextInt(2);
                                case DATE -> 20_000;
                                case DOUBLE -> Double.doubleToRawLongBits(random.nextDouble() * 1e3 - 5e2);
                                case TEXT, DECIMAL_38_0, DECIMAL_38_12, BINARY -> random.nextInt(texts.size());
                            };
                }
            }
            return new RandomMetrics(schema, rows, values, texts);
        }

        @Override
        public void read(int column, int from, int count, long[] into) {
            System.arraycopy(values[column], from, into, 0, count);
        }

        @Override
        public TextDictionary dictionary(int column) {
            return texts;
        }

        /** A value for the orders that have none. */
        RandomMetrics with(String column, long instead) {
            long[] found = values[schema.indexOf(column)];
            for (int row = 0; row < rows; row++) {
                found[row] = found[row] == NULL ? instead : found[row];
            }
            return this;
        }
    }

    /** Column sums of each row of the table, by breakdown. */
    private static Map<String, List<Map<String, BigDecimal>>> sums(RandomMetrics orders) {
        Map<String, List<Map<String, BigDecimal>>> found = new TreeMap<>();
        SumsTable table = SumsTable.ofOrders(group -> read(group, found), List.of(HORIZON.label()));
        table.adding(RowGroupSink.none()).accept(orders);
        table.finish(new SecurityDay(1, LocalDate.of(2024, 9, 5)));
        return found;
    }

    private static void read(RowGroup group, Map<String, List<Map<String, BigDecimal>>> into) {
        long[] value = new long[1];
        for (int row = 0; row < group.rows(); row++) {
            Map<String, BigDecimal> cells = new TreeMap<>();
            group.read(group.schema().indexOf("breakdown"), row, 1, value);
            String breakdown =
                    group.dictionary(group.schema().indexOf("breakdown")).text((int) value[0]);
            for (Sum sum : OrderSums.all(List.of(HORIZON.label()))) {
                int column = group.schema().indexOf(sum.name());
                group.read(column, row, 1, value);
                if (value[0] != NULL) {
                    boolean text = sum.column().type().indexed();
                    cells.put(
                            sum.name(),
                            text
                                    ? new BigDecimal(group.dictionary(column).text((int) value[0]))
                                    : BigDecimal.valueOf(value[0]));
                }
            }
            into.computeIfAbsent(breakdown, key -> new ArrayList<>()).add(cells);
        }
    }

    @Property(tries = 100)
    void everyBreakdownAddsUpToTheWhole(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int orders) {
        Map<String, List<Map<String, BigDecimal>>> sums = sums(RandomMetrics.of(seed, orders));
        assertThat(sums).hasSize(Breakdown.values().length);
        Map<String, BigDecimal> whole = sums.get("ALL").get(0);
        assertThat(whole.get("total_orders")).isEqualByComparingTo(BigDecimal.valueOf(orders));
        sums.forEach((breakdown, rows) -> {
            Map<String, BigDecimal> total = new TreeMap<>();
            rows.forEach(row -> row.forEach((name, value) -> total.merge(name, value, BigDecimal::add)));
            assertThat(total.keySet()).as(breakdown).isEqualTo(whole.keySet());
            total.forEach((name, value) ->
                    assertThat(value).as(breakdown + " " + name).isEqualByComparingTo(whole.get(name)));
        });
    }

    @Property(tries = 100)
    void theRatioOfTheWholeLiesBetweenThoseOfItsParts(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int orders) {
        RandomMetrics metrics = RandomMetrics.of(seed, orders).with("demand_quantity", 1);
        sums(metrics).forEach((breakdown, rows) -> {
            BigDecimal matched = BigDecimal.ZERO;
            BigDecimal demand = BigDecimal.ZERO;
            double smallest = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (Map<String, BigDecimal> row : rows) {
                BigDecimal part = row.get("matched_quantity");
                matched = matched.add(part);
                demand = demand.add(row.get("demand_quantity"));
                if (row.get("demand_quantity").signum() > 0) {
                    double ratio =
                            part.doubleValue() / row.get("demand_quantity").doubleValue();
                    smallest = Math.min(smallest, ratio);
                    largest = Math.max(largest, ratio);
                } else if (part.signum() > 0) {
                    largest = Double.POSITIVE_INFINITY;
                }
            }
            if (demand.signum() > 0) {
                assertThat(matched.doubleValue() / demand.doubleValue())
                        .as(breakdown)
                        .isBetween(smallest * (1 - 1e-12), largest * (1 + 1e-12));
            }
        });
    }
}
