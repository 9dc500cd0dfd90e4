package io.midwater.slice;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import java.util.HashMap;
import java.util.Map;

/** What the columns of orders and trades mean (Direct Drop specification, order and trade messages). */
final class InputDescriptions {
    private static final Map<String, String> ORDERS = words("""
            order_id = exchange order id; an amended order keeps it
            exchange = matching-engine partition number, not a venue
            timestamp = time of the event
            price = limit; 0 for market orders
            side = 1 buy, 2 sell
            changereason = why the event was sent: 1 cancelled by the trader, 3 traded, 5 updated, 6 new, 30 reloaded …
            orderstatus = 1 on the book, 2 not on the book, 3 trigger order not yet triggered, 4 inactive
            quantity = ordered; after an amendment what was outstanding at the last one
            leavesquantity = open; kept when the order is cancelled
            ordertype = 0 undefined, 1 limit, 2 market, 3 market to limit, 4 passive, 8 best only, 16 pegged …
            exchangeordertype = bit mask: 2 short sale, 64 Centre Point, 256 its crossing, 2048 its sweep, 4096 its block …
            national_bid = national best bid at the event; null where not available
            national_offer = national best offer at the event; null where not available
            bid = the exchange's own best bid at the event
            offer = the exchange's own best offer at the event
            participantid = broker number
            preferenceonly = 1 meets own participant's orders only, 2 others too
            midtick = 1 mid-tick, 2 none, 3 dark limit, 4 dark limit and mid-tick, 5 any-price block, 6 with mid-tick
            singlefillminimumquantity = 1 where one contra order must supply the minimum quantity
            minimumquantity = minimum acceptable quantity; 0 for none
            sequence = the feed's counter; breaks ties between events at one time
            crossingkey = orders of one participant with the same key other than 0 are booked, not traded, when they meet
            totalmatchedquantity = matched since the order was entered
            shortsellquantity = part of the quantity that is sold short
            triggercondition = 0 none, 1 to 6 kinds of trigger
            timevaliditydecoded = timevalidity in words
            timevalidity = two bytes: unit and number; unit 0 is fill and kill or fill or kill, 1 the rest of the day
            displayquantity = displayed part of an iceberg order; null for others
            timecreated = when the order was created
            timechanged = when the order was last changed
            rankingtime = time priority
            orderbookposition = greater than 0 where the event placed the order anew, 0 where it kept its priority
            date = the file's own date column; counted where it disagrees with date, not followed
            row_num = row number in the extract; no identifier
            """);

    private static final Map<String, String> TRADES = words("""
            exchange = matching-engine partition number, not a venue
            sequence = the feed's counter, shared with the orders
            tradedate = the file's own date column; counted where it disagrees with date, not followed
            tradetime = time of the match
            orderid = the leg's order
            dealsource = how the trade came about, as a code; see trade_class
            dealsourcedecoded = dealsource in words
            exchangeinfo = on or off the market, in words
            matchgroupid = the match; one leg for each side
            nationalbidpricesnapshot = national best bid around the match
            nationalofferpricesnapshot = national best offer around the match
            tradeprice = price of the match
            quantity = quantity of the match
            side = 1 buy, 2 sell
            sidedecoded = side in words
            participantid = broker number
            passiveaggressive = 0 passive, 1 aggressive; both legs may be passive
            cancelled = other than 0 where the trade was cancelled
            row_num = row number in the extract; no identifier
            """);

    /** Units of numbers whose kind does not tell. */
    private static final Map<String, String> UNITS = Map.of(
            "displayquantity", "shares",
            "timecreated", "as in the file",
            "timechanged", "as in the file",
            "rankingtime", "as in the file");

    private InputDescriptions() {}

    /** Empty for columns that are not published. */
    static String of(InputKind kind, String column) {
        return switch (kind) {
            case ORDERS -> ORDERS.getOrDefault(column, "");
            case TRADES -> TRADES.getOrDefault(column, "");
            case QUOTES, SESSIONS, REFERENCE, PARTICIPANTS -> "";
        };
    }

    static String unit(InputColumn column) {
        return switch (column.kind()) {
            case TIMESTAMP -> "ns since 1970-01-01 UTC";
            case QUANTITY -> "shares";
            case PRICE, QUOTE_PRICE -> "input price units";
            case INTEGER -> UNITS.getOrDefault(column.name(), "");
            case ID, SECURITY, CODE, SIDE, DATE, TEXT -> "";
        };
    }

    private static Map<String, String> words(String lines) {
        Map<String, String> words = new HashMap<>();
        for (String line : lines.split("\n")) {
            String[] parts = line.split(" = ", 2);
            words.put(parts[0], parts[1]);
        }
        return Map.copyOf(words);
    }
}
