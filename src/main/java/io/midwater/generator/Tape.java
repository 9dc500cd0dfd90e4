package io.midwater.generator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The files of one business date. Orders and trades of a partition share one numbering, given here because rows come in
 * time order; quotes have their own.
 */
final class Tape implements Closeable {
    static final String ORDERS_HEADER = "order_id,exchange,timestamp,security_code,price,side,changereason,orderstatus,"
            + "quantity,leavesquantity,ordertype,exchangeordertype,national_bid,national_offer,bid,offer,participantid,"
            + "preferenceonly,midtick,singlefillminimumquantity,minimumquantity,sequence,crossingkey,"
            + "totalmatchedquantity,shortsellquantity,triggercondition,timevaliditydecoded,row_num,timevalidity,date";
    static final String TRADES_HEADER = "EXCHANGE,sequence,tradedate,tradetime,securitycode,orderid,dealsource,"
            + "dealsourcedecoded,exchangeinfo,matchgroupid,nationalbidpricesnapshot,nationalofferpricesnapshot,"
            + "tradeprice,quantity,side,sidedecoded,participantid,passiveaggressive,row_num";
    static final String QUOTES_HEADER =
            "partition,sequence,tradedate,bidprice,creationtime,offerprice,orderbookid,timestamp,userid,runid";

    private static final long NO_PREFERENCE_ONLY = 2;
    private static final byte[] ON_MARKET = CsvFile.ascii("ON Market");
    private static final byte[] OFF_MARKET = CsvFile.ascii("OFF Market");
    private static final byte[] BUY = CsvFile.ascii("Buy");
    private static final byte[] SELL = CsvFile.ascii("Sell");
    private static final byte[][] SOURCES = new byte[64][];
    private static final byte[][] VALIDITIES = new byte[64][];

    static {
        for (int i = 0; i < 64; i++) {
            SOURCES[i] = CsvFile.ascii(DealSource.decoded(i));
            VALIDITIES[i] = CsvFile.ascii(Validity.decoded(i << 8));
        }
    }

    final CsvFile orders;
    final CsvFile trades;
    final CsvFile quotes;
    private final byte[] date;
    private final byte[] eveningDate;
    private final long midnight;
    private final long[] sequences = new long[Instrument.EXCHANGES + 1];
    private final long[] quoteSequences = new long[Instrument.EXCHANGES + 1];
    private final RandomStream random;
    private final double duplicateShare;
    private long duplicateOrders;
    private long duplicateTrades;

    /** @param evening calendar date of the evening on which orders are reloaded for this date */
    Tape(Path out, LocalDate date, LocalDate evening, long midnight, RandomStream random, double duplicateShare)
            throws IOException {
        this.date = CsvFile.ascii(date.toString());
        this.eveningDate = CsvFile.ascii(evening.toString());
        this.midnight = midnight;
        this.random = random;
        this.duplicateShare = duplicateShare;
        orders = CsvFile.create(out.resolve("orders/orders_" + date + ".csv"), ORDERS_HEADER);
        trades = CsvFile.create(out.resolve("trades/trades_" + date + ".csv"), TRADES_HEADER);
        quotes = CsvFile.create(out.resolve("quotes/quotes_" + date + ".csv"), QUOTES_HEADER);
    }

    /** Writes the order's present state as one message. */
    void order(Instrument book, LiveOrder order, long now, int status, int reason, Quote quote) {
        long sequence = ++sequences[book.exchange()];
        order.finalStatus = status;
        order.finalReason = reason;
        writeOrder(book, order, now, sequence, quote);
        if (random.chance(duplicateShare)) {
            writeOrder(book, order, now, sequence, quote);
            duplicateOrders++;
        }
    }

    private void writeOrder(Instrument book, LiveOrder order, long now, long sequence, Quote quote) {
        orders.number(order.id)
                .number(book.exchange())
                .number(now)
                .number(book.code())
                .number(order.isMarket() ? 0 : book.price(order.level))
                .number(order.sign > 0 ? 1 : 2)
                .number(order.finalReason)
                .number(order.finalStatus)
                .number(order.quantity)
                .number(order.leaves)
                .number(order.orderType)
                .number(order.typeBits)
                .number(quote.nationalBid)
                .number(quote.nationalOffer)
                .number(quote.bid)
                .number(quote.offer)
                .number(order.participant)
                .number(NO_PREFERENCE_ONLY)
                .number(order.midTick)
                .number(order.singleFill)
                .number(order.minimum)
                .number(sequence)
                .number(order.crossingKey)
                .number(order.matched)
                .number(order.shortQuantity)
                .number(0)
                .text(VALIDITIES[(order.validity >> 8) & 63])
                .number(orders.rows() + 1)
                .number(order.validity)
                .text(now < midnight ? eveningDate : date)
                .endRow();
    }

    /** Writes one leg of a match. */
    void leg(
            Instrument book,
            long orderId,
            int sign,
            int participant,
            long now,
            long price,
            long shares,
            int dealSource,
            long matchId,
            boolean aggressive,
            Quote snapshot) {
        long sequence = ++sequences[book.exchange()];
        int copies = random.chance(duplicateShare) ? 2 : 1;
        duplicateTrades += copies - 1;
        for (int i = 0; i < copies; i++) {
            trades.number(book.exchange())
                    .number(sequence)
                    .text(date)
                    .number(now)
                    .number(book.code())
                    .number(orderId)
                    .number(dealSource)
                    .text(SOURCES[dealSource])
                    .text(isReport(dealSource) ? OFF_MARKET : ON_MARKET)
                    .number(matchId)
                    .number(snapshot.nationalBid)
                    .number(snapshot.nationalOffer)
                    .number(price)
                    .number(shares)
                    .number(sign > 0 ? 1 : 2)
                    .text(sign > 0 ? BUY : SELL)
                    .number(participant)
                    .number(aggressive ? 1 : 0)
                    .number(trades.rows() + 1)
                    .endRow();
        }
    }

    private static boolean isReport(int dealSource) {
        return dealSource >= DealSource.FIRST_REPORT && dealSource < DealSource.FIRST_REPORT + DealSource.REPORTS;
    }

    void quote(Instrument book, long now, Quote quote) {
        quotes.number(book.exchange())
                .number(++quoteSequences[book.exchange()])
                .text(date)
                .number(quote.nationalBid)
                .number(now)
                .number(quote.nationalOffer)
                .number(book.code())
                .number(now)
                .number(0)
                .number(1)
                .endRow();
    }

    long duplicateOrders() {
        return duplicateOrders;
    }

    long duplicateTrades() {
        return duplicateTrades;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        trades.close();
        quotes.close();
    }
}
