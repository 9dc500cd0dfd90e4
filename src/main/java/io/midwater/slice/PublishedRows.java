package io.midwater.slice;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.TradeClass;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.ColumnType;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;
import io.midwater.domain.table.RowGroup;
import io.midwater.domain.table.TableSchema;
import io.midwater.domain.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tables {@code orders} and {@code trades}: the unit's keys, then the input columns under their canonical names. The
 * file's own date column is called {@code file_date}; {@code date} is the business date.
 */
public final class PublishedRows {
    private static final Map<InputKind, TableSchema> SCHEMAS =
            Map.of(InputKind.ORDERS, schema(InputKind.ORDERS), InputKind.TRADES, schema(InputKind.TRADES));

    private PublishedRows() {}

    /** The published schema of orders or trades. */
    public static TableSchema schemaOf(InputKind kind) {
        return SCHEMAS.get(kind);
    }

    private static TableSchema schema(InputKind kind) {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(new ColumnSpec("security_code", ColumnType.LONG, "", "order book id"));
        columns.add(new ColumnSpec("date", ColumnType.DATE, "", "business date"));
        for (int i = 0; i < kind.columns().size(); i++) {
            InputColumn column = kind.columns().get(i);
            if (i != kind.securityColumn()) {
                String name = i == kind.dateColumn() ? "file_date" : column.name();
                columns.add(new ColumnSpec(
                        name,
                        column.kind().type(),
                        InputDescriptions.unit(column),
                        InputDescriptions.of(kind, column.name())));
            }
        }
        if (kind == InputKind.TRADES) {
            columns.add(new ColumnSpec(
                    "trade_class",
                    ColumnType.TEXT,
                    "",
                    "from dealsource: LIT 1; DARK 46, 47, 49; DARK_BLOCK 50, 51, 52; AUCTION 20; POST_CLOSE 90;"
                            + " crossings that are booked, BOOK_LIT 44, BOOK_AUCTION 45, BOOK_CP 48, BOOK_POST_CLOSE 91;"
                            + " REPORT 3, 4, 5, 6, 42; OTHER for all others; CANCELLED where cancelled is not 0"));
            columns.add(new ColumnSpec(
                    "orphan_leg",
                    ColumnType.BOOLEAN,
                    "",
                    "the leg's order is not in the orders of the security and date"));
        }
        return new TableSchema(kind.label(), columns);
    }

    public static RowGroup orders(SecurityDay unit, PackedRows rows) {
        return publish(InputKind.ORDERS, unit, rows, List.of(), List.of());
    }

    public static RowGroup trades(SecurityDay unit, TradeLegs legs, OrderIndex index) {
        TextDictionary names = new TextDictionary();
        return publish(
                InputKind.TRADES,
                unit,
                legs.rows(),
                List.of(classes(legs, names), orphans(legs, index)),
                List.of(names, new TextDictionary()));
    }

    private static RowGroup publish(
            InputKind kind,
            SecurityDay unit,
            PackedRows rows,
            List<PackedColumn> derived,
            List<TextDictionary> derivedDictionaries) {
        List<PackedColumn> columns = new ArrayList<>();
        List<TextDictionary> dictionaries = new ArrayList<>();
        columns.add(PackedColumn.constant(unit.securityCode(), rows.rows()));
        columns.add(PackedColumn.constant(unit.date().toEpochDay(), rows.rows()));
        dictionaries.add(new TextDictionary());
        dictionaries.add(new TextDictionary());
        for (int i = 0; i < kind.columns().size(); i++) {
            if (i != kind.securityColumn()) {
                columns.add(rows.column(i));
                dictionaries.add(rows.dictionary(i));
            }
        }
        columns.addAll(derived);
        dictionaries.addAll(derivedDictionaries);
        return new PackedRows(schemaOf(kind), rows.rows(), columns, dictionaries);
    }

    private static PackedColumn classes(TradeLegs legs, TextDictionary names) {
        for (TradeClass tradeClass : TradeClass.values()) {
            names.indexOf(tradeClass.name());
        }
        long[] codes = new long[legs.count()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = legs.tradeClass(i).ordinal();
        }
        return PackedColumn.of(codes);
    }

    private static PackedColumn orphans(TradeLegs legs, OrderIndex index) {
        long[] flags = new long[legs.count()];
        for (int n = 0; n < index.orphanLegCount(); n++) {
            flags[index.orphanLeg(n)] = 1;
        }
        return PackedColumn.of(flags);
    }
}
