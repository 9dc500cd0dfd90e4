package io.midwater.slice;

import io.midwater.domain.InputKind;
import io.midwater.domain.MarketRules;
import io.midwater.domain.QuoteSourceMode;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.TableSchema;
import io.midwater.feed.BlockSchemas;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Security 7 on Thursday, 2024-09-05, in Sydney, put together from rows written by hand: rows are numbered in the order in
 * which they are added, sides are 1 or 2, prices tenths of a cent.
 */
public final class TestSlice {
    public static final LocalDate DATE = LocalDate.of(2024, 9, 5);
    public static final MarketRules RULES = new MarketRules(
            ZoneId.of("Australia/Sydney"),
            LocalTime.of(19, 0),
            Set.of(),
            1000,
            1,
            QuoteSourceMode.AUTO,
            60_000_000_000L);

    private final Map<InputKind, TestRows> rows = new EnumMap<>(InputKind.class);
    private MarketRules rules = RULES;
    private long sequence;

    public TestSlice() {
        for (InputKind kind : InputKind.values()) {
            rows.put(kind, new TestRows(kind));
        }
    }

    /** Nanoseconds since 1970-01-01 UTC of a local time of the day, such as 10:30:00.5. */
    public static long at(String time) {
        return on(DATE, time);
    }

    /** The same on another date. */
    public static long on(LocalDate date, String time) {
        return RULES.calendar().startNs(date, LocalTime.parse(time));
    }

    /**
     * An order event.
     *
     * @param code status and change reason as the feed's documentation writes them: "2:6"
     * @param more further cells, name, value … ; they go before the defaults: a buy at 10,000
     */
    public TestSlice event(
            long order, long time, String code, long quantity, long leaves, long matched, Object... more) {
        String[] codes = code.split(":");
        List<Object> cells = new ArrayList<>(List.of(
                "order_id",
                order,
                "exchange",
                1,
                "timestamp",
                time,
                "security_code",
                7,
                "sequence",
                ++sequence,
                "side",
                1,
                "price",
                10_000,
                "orderstatus",
                Integer.parseInt(codes[0]),
                "changereason",
                Integer.parseInt(codes[1]),
                "quantity",
                quantity,
                "leavesquantity",
                leaves,
                "totalmatchedquantity",
                matched,
                "exchangeordertype",
                2048,
                "timevalidity",
                256));
        cells.addAll(List.of(more));
        rows.get(InputKind.ORDERS).add(cells.toArray());
        return this;
    }

    /** One leg of a match of its own; further cells go before the defaults: a buy on deal source 1. */
    public TestSlice leg(long order, long time, long price, long quantity, Object... more) {
        List<Object> cells = new ArrayList<>(List.of(
                "orderid",
                order,
                "exchange",
                1,
                "sequence",
                ++sequence,
                "tradetime",
                time,
                "securitycode",
                7,
                "dealsource",
                1,
                "matchgroupid",
                1_000_000 + sequence,
                "tradeprice",
                price,
                "quantity",
                quantity,
                "side",
                1));
        cells.addAll(List.of(more));
        rows.get(InputKind.TRADES).add(cells.toArray());
        return this;
    }

    /** A quote of the quote file. */
    public TestSlice quote(long time, long bid, long offer) {
        rows.get(InputKind.QUOTES)
                .add("orderbookid", 7, "timestamp", time, "sequence", ++sequence, "bidprice", bid, "offerprice", offer);
        return this;
    }

    public TestSlice session(long time, String name, Object... more) {
        List<Object> cells =
                new ArrayList<>(List.of("orderbookid", 7, "timestamp", time, "sequence", ++sequence, "name", name));
        cells.addAll(List.of(more));
        rows.get(InputKind.SESSIONS).add(cells.toArray());
        return this;
    }

    /** A session row of a level: 1 market, 2 instrument type, 3 class, 4 order book, 5 underlying. */
    public TestSlice state(int level, long time, String name) {
        return session(time, name, "level", String.valueOf(level));
    }

    /** Continuous trading from 10:00 to 16:00, the opening auction a minute before. */
    public TestSlice usualSession() {
        return session(at("09:59"), "OSPA").session(at("10:00"), "OPEN").session(at("16:00"), "PRE_CSPA");
    }

    /** Takes quotes from there, whatever the quote file is like. */
    public TestSlice quotesFrom(QuoteSourceMode source) {
        rules = new MarketRules(
                RULES.zone(), RULES.rollover(), RULES.holidays(), 1000, 1, source, RULES.quoteMaxAgeNs());
        return this;
    }

    public Assembled assembled() {
        Map<InputKind, List<Piece>> pieces = new EnumMap<>(InputKind.class);
        rows.forEach((kind, all) -> {
            if (!all.isEmpty()) {
                pieces.put(kind, List.of(new Piece(kind.ordinal(), 0, 0, all.block())));
            }
        });
        return assembler(rules).assemble(new SecurityDay(7, DATE), pieces);
    }

    public Slice slice() {
        return assembled().slice();
    }

    static SliceAssembler assembler(MarketRules rules) {
        Map<InputKind, TableSchema> schemas = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            schemas.put(kind, BlockSchemas.of(kind));
        }
        return new SliceAssembler(rules, schemas, new ColumnMemory());
    }
}
