package io.midwater.metrics;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputKind;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.SessionHours;
import io.midwater.domain.Side;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TextDictionary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A market written down event by event. Times are nanoseconds after the opening, quotes come from a file. */
final class MarketScript {
    static final int LIT = 1;
    static final int AUCTION = 20;
    static final int BOOKED = 44;
    static final int DARK = 47;
    static final int REPORT = 3;

    private static final int NEW = 6;
    private static final int TRADED = 3;
    private static final int CANCELLED = 1;
    private static final LocalDate DATE = LocalDate.of(2024, 9, 5);

    private final List<Map<String, Long>> orders = new ArrayList<>();
    private final List<Map<String, Long>> trades = new ArrayList<>();
    private final List<long[]> quotes = new ArrayList<>();
    private final Map<Long, Order> live = new HashMap<>();
    private final Terms terms;
    private long closeNs = 6L * 3600 * 1_000_000_000;
    private long sequence;

    /**
     * The same market elsewhere.
     *
     * @param shiftNs added to all times
     * @param factor of all prices
     * @param mirror 0, or the price about which the market is turned: sides swap, p becomes mirror − p
     */
    record Terms(long shiftNs, long factor, long mirror) {
        static final Terms PLAIN = new Terms(0, 1, 0);

        long price(long px) {
            return mirror == 0 ? factor * px : mirror - px;
        }

        int side(Side side) {
            return (side == Side.BUY) == (mirror == 0) ? 1 : 2;
        }
    }

    private static final class Order {
        private Side side;
        private long limit;
        private long quantity;
        private long leaves;
        private long matched;
    }

    MarketScript() {
        this(Terms.PLAIN);
    }

    MarketScript(Terms terms) {
        this.terms = terms;
    }

    MarketScript close(long ns) {
        closeNs = ns;
        return this;
    }

    MarketScript quote(long ns, long bid, long offer) {
        boolean swap = terms.mirror() != 0;
        quotes.add(new long[] {time(ns), ++sequence, terms.price(swap ? offer : bid), terms.price(swap ? bid : offer)});
        return this;
    }

    /** @param limit 0 for a market order */
    MarketScript enter(long id, long ns, Side side, long limit, long quantity) {
        Order order = new Order();
        order.side = side;
        order.limit = limit;
        order.quantity = quantity;
        order.leaves = quantity;
        live.put(id, order);
        event(id, ns, order, 1, NEW);
        return this;
    }

    /** Sets a column of the newest order event. */
    MarketScript with(String column, long value) {
        orders.get(orders.size() - 1).put(column, value);
        return this;
    }

    /** One leg of a match: the order's event and the trade row. */
    MarketScript fill(long id, long ns, long price, long quantity, int dealSource, long match) {
        Order order = live.get(id);
        leg(id, ns, order.side, price, quantity, dealSource, match);
        if (dealSource != REPORT) {
            order.leaves -= quantity;
            order.matched += quantity;
            event(id, ns, order, order.leaves == 0 ? 2 : 1, TRADED);
        }
        return this;
    }

    /** A leg whose order is not in the slice. */
    MarketScript leg(long id, long ns, Side side, long price, long quantity, int dealSource, long match) {
        trades.add(Map.of(
                "tradetime",
                time(ns),
                "sequence",
                ++sequence,
                "securitycode",
                1L,
                "orderid",
                id,
                "dealsource",
                (long) dealSource,
                "matchgroupid",
                match,
                "tradeprice",
                terms.price(price),
                "quantity",
                quantity,
                "side",
                (long) terms.side(side)));
        return this;
    }

    MarketScript cancel(long id, long ns) {
        event(id, ns, live.get(id), 2, CANCELLED);
        return this;
    }

    private void event(long id, long ns, Order order, int status, int reason) {
        Map<String, Long> row = new HashMap<>();
        row.put("order_id", id);
        row.put("timestamp", time(ns));
        row.put("sequence", ++sequence);
        row.put("security_code", 1L);
        row.put("price", order.limit == 0 ? 0 : terms.price(order.limit));
        row.put("side", (long) terms.side(order.side));
        row.put("changereason", (long) reason);
        row.put("orderstatus", (long) status);
        row.put("quantity", order.quantity);
        row.put("leavesquantity", order.leaves);
        row.put("totalmatchedquantity", order.matched);
        row.put("ordertype", order.limit == 0 ? 2L : 1L);
        row.put("exchangeordertype", 2048L);
        orders.add(row);
    }

    private long time(long ns) {
        return openNs() + terms.shiftNs() + ns;
    }

    private long openNs() {
        return calendar().startNs(DATE, LocalTime.of(10, 0));
    }

    private static BusinessCalendar calendar() {
        return new BusinessCalendar(ZoneId.of("Australia/Sydney"), LocalTime.of(19, 0), Set.of());
    }

    Slice slice() {
        OrderEvents events = new OrderEvents(rows(InputKind.ORDERS, orders, "timestamp"));
        TradeLegs legs = new TradeLegs(rows(InputKind.TRADES, trades, "tradetime"));
        quotes.sort(Comparator.comparingLong((long[] q) -> q[0]).thenComparingLong(q -> q[1]));
        QuoteHistory history =
                QuoteHistory.ofFile(quotes.size(), quoteColumn(0), quoteColumn(1), quoteColumn(2), quoteColumn(3));
        SessionHours hours = new SessionHours(time(0), time(0), time(closeNs), List.of(), false);
        return new Slice(
                new SecurityDay(1, DATE),
                events,
                legs,
                history,
                hours,
                OrderIndex.of(events, legs),
                calendar(),
                1000,
                1);
    }

    private PackedColumn quoteColumn(int field) {
        return PackedColumn.of(quotes.stream().mapToLong(q -> q[field]).toArray());
    }

    private static PackedRows rows(InputKind kind, List<Map<String, Long>> rows, String timeColumn) {
        List<Map<String, Long>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Map<String, Long> row) -> row.get(timeColumn))
                .thenComparing(row -> row.get("sequence")));
        List<PackedColumn> columns = new ArrayList<>();
        for (var column : kind.columns()) {
            columns.add(PackedColumn.of(sorted.stream()
                    .mapToLong(row -> row.getOrDefault(column.name(), RowGroup.NULL))
                    .toArray()));
        }
        TextDictionary[] dictionaries = new TextDictionary[columns.size()];
        Arrays.setAll(dictionaries, i -> new TextDictionary());
        return new PackedRows(kind.schema(), sorted.size(), columns, List.of(dictionaries));
    }
}
