package io.midwater.domain;

import static io.midwater.domain.InputColumn.optional;
import static io.midwater.domain.InputColumn.required;

import io.midwater.domain.table.ColumnSpec;
import io.midwater.domain.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The kinds of input file and their canonical columns, in the order in which they are kept and compared. Header names are
 * compared in lower case, letters and digits only, so "SecurityCode", " security_code" and "securitycode" are one name.
 */
public enum InputKind {
    /** Order events, many rows per order. */
    ORDERS(
            "timestamp",
            "security_code",
            "date",
            required("order_id", ValueKind.ID, "orderid"),
            optional("exchange", ValueKind.CODE, "partition"),
            required("timestamp", ValueKind.TIMESTAMP),
            required("security_code", ValueKind.SECURITY, "securitycode", "orderbookid", "id"),
            required("price", ValueKind.PRICE),
            required("side", ValueKind.SIDE),
            required("changereason", ValueKind.CODE),
            required("orderstatus", ValueKind.CODE),
            required("quantity", ValueKind.QUANTITY),
            required("leavesquantity", ValueKind.QUANTITY),
            optional("ordertype", ValueKind.CODE),
            optional("exchangeordertype", ValueKind.CODE),
            optional("national_bid", ValueKind.QUOTE_PRICE, "nationalbid"),
            optional("national_offer", ValueKind.QUOTE_PRICE, "nationaloffer"),
            optional("bid", ValueKind.QUOTE_PRICE),
            optional("offer", ValueKind.QUOTE_PRICE),
            optional("participantid", ValueKind.CODE),
            optional("preferenceonly", ValueKind.CODE),
            optional("midtick", ValueKind.CODE),
            optional("singlefillminimumquantity", ValueKind.CODE),
            optional("minimumquantity", ValueKind.QUANTITY),
            required("sequence", ValueKind.INTEGER),
            optional("crossingkey", ValueKind.INTEGER),
            required("totalmatchedquantity", ValueKind.QUANTITY, "matchedquantity"),
            optional("shortsellquantity", ValueKind.QUANTITY),
            optional("triggercondition", ValueKind.CODE),
            optional("timevaliditydecoded", ValueKind.TEXT),
            optional("timevalidity", ValueKind.CODE),
            optional("displayquantity", ValueKind.INTEGER),
            optional("timecreated", ValueKind.INTEGER),
            optional("timechanged", ValueKind.INTEGER),
            optional("rankingtime", ValueKind.INTEGER),
            optional("orderbookposition", ValueKind.INTEGER),
            optional("date", ValueKind.DATE),
            optional("row_num", ValueKind.INTEGER, "rownum")),

    /** Trade legs, two per match. */
    TRADES(
            "tradetime",
            "securitycode",
            "tradedate",
            optional("exchange", ValueKind.CODE, "partition"),
            required("sequence", ValueKind.INTEGER),
            optional("tradedate", ValueKind.DATE, "date"),
            required("tradetime", ValueKind.TIMESTAMP, "timestamp"),
            required("securitycode", ValueKind.SECURITY, "orderbookid", "id"),
            required("orderid", ValueKind.ID),
            required("dealsource", ValueKind.CODE),
            optional("dealsourcedecoded", ValueKind.TEXT),
            optional("exchangeinfo", ValueKind.TEXT),
            required("matchgroupid", ValueKind.ID),
            optional("nationalbidpricesnapshot", ValueKind.QUOTE_PRICE),
            optional("nationalofferpricesnapshot", ValueKind.QUOTE_PRICE),
            required("tradeprice", ValueKind.PRICE, "price"),
            required("quantity", ValueKind.QUANTITY),
            required("side", ValueKind.SIDE),
            optional("sidedecoded", ValueKind.TEXT),
            optional("participantid", ValueKind.CODE),
            optional("passiveaggressive", ValueKind.CODE),
            optional("cancelled", ValueKind.CODE, "tradecancelled", "tradecancel"),
            optional("row_num", ValueKind.INTEGER, "rownum")),

    /** National best bid and offer. */
    QUOTES(
            "timestamp",
            "orderbookid",
            "tradedate",
            optional("exchange", ValueKind.CODE, "partition"),
            optional("sequence", ValueKind.INTEGER),
            optional("tradedate", ValueKind.DATE, "date"),
            required("orderbookid", ValueKind.SECURITY, "securitycode"),
            required("timestamp", ValueKind.TIMESTAMP),
            required("bidprice", ValueKind.QUOTE_PRICE, "bid", "nationalbid"),
            required("offerprice", ValueKind.QUOTE_PRICE, "offer", "nationaloffer")),

    /** Session states of order books. */
    SESSIONS(
            "timestamp",
            "orderbookid",
            "tradedate",
            optional("sequence", ValueKind.INTEGER),
            optional("tradedate", ValueKind.DATE, "date"),
            required("orderbookid", ValueKind.SECURITY, "securitycode"),
            required("timestamp", ValueKind.TIMESTAMP),
            required("name", ValueKind.TEXT),
            optional("level", ValueKind.TEXT),
            optional("matchingtype", ValueKind.TEXT)),

    /** Order-book reference data, one row per (Id, TradeDate). */
    REFERENCE(
            null,
            "id",
            "tradedate",
            required("id", ValueKind.SECURITY, "orderbookid", "securitycode"),
            optional("tradedate", ValueKind.TEXT, "date"),
            optional("name", ValueKind.TEXT),
            optional("currency", ValueKind.TEXT),
            optional("currencyunit", ValueKind.CODE),
            optional("currencyrelation", ValueKind.CODE),
            optional("decimalsinprice", ValueKind.CODE),
            optional("decimalsinquantity", ValueKind.CODE),
            optional("ticksize", ValueKind.QUOTE_PRICE),
            optional("pricelimitlower", ValueKind.TEXT),
            optional("pricelimitupper", ValueKind.TEXT),
            optional("referenceprice", ValueKind.TEXT)),

    /** Brokers. */
    PARTICIPANTS(
            null,
            null,
            "tradedate",
            required("id", ValueKind.CODE, "participantid"),
            optional("tradedate", ValueKind.TEXT, "date"),
            optional("participantname", ValueKind.TEXT, "name"));

    private final String timeColumn;
    private final String securityColumn;
    private final String dateColumn;
    private final List<InputColumn> columns;
    private final TableSchema schema;

    InputKind(String timeColumn, String securityColumn, String dateColumn, InputColumn... columns) {
        this.timeColumn = timeColumn;
        this.securityColumn = securityColumn;
        this.dateColumn = dateColumn;
        this.columns = List.of(columns);
        List<ColumnSpec> specs = new ArrayList<>();
        for (InputColumn column : columns) {
            specs.add(new ColumnSpec(column.name(), column.kind().type(), "", ""));
        }
        this.schema = new TableSchema(label(), specs);
    }

    /** The kind's name in configuration, paths and messages: "orders". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<InputColumn> columns() {
        return columns;
    }

    /** The canonical columns as a table, in the same positions as {@link #columns}. */
    public TableSchema schema() {
        return schema;
    }

    /** Position of the column whose clock decides the business date; −1 where the kind has none. */
    public int timeColumn() {
        return timeColumn == null ? -1 : schema.indexOf(timeColumn);
    }

    /** Position of the security code; −1 where the kind has none. */
    public int securityColumn() {
        return securityColumn == null ? -1 : schema.indexOf(securityColumn);
    }

    /** Position of the file's own date column. */
    public int dateColumn() {
        return schema.indexOf(dateColumn);
    }

    /** Position of the row's number in its extract, which says nothing of the row; −1 where the kind has none. */
    public int rowNumberColumn() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals("row_num")) {
                return i;
            }
        }
        return -1;
    }

    /** Positions of the columns whose values make a row what it is: all but its number. */
    public int[] contentColumns() {
        int rowNumber = rowNumberColumn();
        return IntStream.range(0, columns.size()).filter(i -> i != rowNumber).toArray();
    }

    /** True for kinds that come in security-days; the others are small and read whole by the driver. */
    public boolean sliced() {
        return timeColumn != null;
    }
}
