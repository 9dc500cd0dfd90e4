package io.midwater.slice;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.Finding;
import io.midwater.domain.Findings;
import io.midwater.domain.InputKind;
import io.midwater.domain.MarketRules;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.SessionHours;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.TableSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts a security-day together from its blocks: total order, duplicates, match groups, quotes in force, session hours,
 * and which rows belong to which order.
 */
public final class SliceAssembler {
    private final MarketRules rules;
    private final Map<InputKind, TableSchema> schemas;
    private final ColumnMemory memory;
    private final BusinessCalendar calendar;

    /**
     * @param schemas the schemas that the blocks of each kind were coded with
     * @param memory where the slices' columns are kept: a slice can be used until the memory is
     */
    public SliceAssembler(MarketRules rules, Map<InputKind, TableSchema> schemas, ColumnMemory memory) {
        this.rules = rules;
        this.memory = memory;
        this.schemas = Map.copyOf(schemas);
        this.calendar = rules.calendar();
    }

    public Assembled assemble(SecurityDay unit, Map<InputKind, List<Piece>> pieces) {
        Findings findings = new Findings();
        SortedMap<Integer, Long> duplicates = new TreeMap<>();
        List<Assembled.RejectedLeg> rejected = new ArrayList<>();
        OrderEvents orders = new OrderEvents(orders(pieces, findings, duplicates));
        TradeLegs trades = new TradeLegs(trades(pieces, findings, duplicates, rejected));
        QuoteHistory quotes = quotes(orders, pieces, findings);
        SessionHours session = session(unit, pieces, trades, findings);
        memory.trim();
        OrderIndex index = OrderIndex.of(orders, trades);
        findings.add(Finding.ORPHAN_LEGS, index.orphanLegCount());
        RowFindings.count(unit, orders, trades, index, findings);
        Slice slice = new Slice(
                unit, orders, trades, quotes, session, index, calendar, rules.priceScale(), rules.quantityScale());
        return new Assembled(slice, findings, duplicates, List.copyOf(rejected));
    }

    private Gathered gather(InputKind kind, Map<InputKind, List<Piece>> pieces) {
        Gathered gathered = Gathered.of(schemas.get(kind), pieces.getOrDefault(kind, List.of()), memory);
        return gathered.sorted(new TotalOrder(kind, gathered.rows()));
    }

    private PackedRows orders(
            Map<InputKind, List<Piece>> pieces, Findings findings, SortedMap<Integer, Long> duplicates) {
        Gathered gathered = gather(InputKind.ORDERS, pieces);
        BitSet drop = OrderDuplicates.find(gathered.rows());
        findings.add(Finding.DUPLICATE_ORDER_ROWS, drop.cardinality());
        drop.stream().forEach(row -> duplicates.merge(gathered.piece(row).file(), 1L, Long::sum));
        PackedRows rows = gathered.without(drop).rows();
        findings.add(Finding.SEQUENCE_CONFLICTS, OrderDuplicates.sequenceConflicts(rows));
        return rows;
    }

    private PackedRows trades(
            Map<InputKind, List<Piece>> pieces,
            Findings findings,
            SortedMap<Integer, Long> duplicates,
            List<Assembled.RejectedLeg> rejected) {
        Gathered gathered = gather(InputKind.TRADES, pieces);
        TradeGroups groups = TradeGroups.find(gathered.rows(), findings);
        findings.add(Finding.DUPLICATE_TRADE_LEGS, groups.duplicates().cardinality());
        groups.duplicates().stream()
                .forEach(row -> duplicates.merge(gathered.piece(row).file(), 1L, Long::sum));
        findings.add(Finding.CONFLICTING_TRADE_LEGS, groups.conflicting().cardinality());
        groups.conflicting().stream().forEach(row -> {
            Piece piece = gathered.piece(row);
            rejected.add(new Assembled.RejectedLeg(
                    piece.file(),
                    piece.split(),
                    gathered.rows().column("_line").get(row),
                    gathered.rows().column("_offset").get(row)));
        });
        BitSet drop = (BitSet) groups.duplicates().clone();
        drop.or(groups.conflicting());
        return gathered.without(drop).rows();
    }

    private QuoteHistory quotes(OrderEvents orders, Map<InputKind, List<Piece>> pieces, Findings findings) {
        PackedRows rows = gather(InputKind.QUOTES, pieces).rows();
        boolean file =
                switch (rules.quoteSource()) {
                    case FILE -> true;
                    case ORDERS -> false;
                    case AUTO -> QuoteDensity.isDense(orders, rows, rules.quoteMaxAgeNs());
                };
        if (!file) {
            findings.add(Finding.QUOTES_FROM_ORDERS);
        }
        QuoteHistory quotes = file
                ? QuoteHistory.ofFile(
                        rows.rows(),
                        rows.column("timestamp"),
                        rows.column("sequence"),
                        rows.column("bidprice"),
                        rows.column("offerprice"))
                : QuoteHistory.ofOrders(orders);
        for (int i = 0; i < quotes.size(); i++) {
            switch (quotes.state(i)) {
                case CROSSED -> findings.add(Finding.CROSSED_QUOTES);
                case LOCKED -> findings.add(Finding.LOCKED_QUOTES);
                case NORMAL, MISSING -> {}
            }
        }
        return quotes;
    }

    private SessionHours session(
            SecurityDay unit, Map<InputKind, List<Piece>> pieces, TradeLegs trades, Findings findings) {
        PackedRows rows = gather(InputKind.SESSIONS, pieces).rows();
        SessionHours hours = SessionHours.ofRows(unit.date(), calendar, SessionRows.changes(rows));
        if (hours == null) {
            findings.add(Finding.DERIVED_SESSION_HOURS);
            return SessionHours.derived(unit.date(), calendar, trades);
        }
        return hours;
    }
}
