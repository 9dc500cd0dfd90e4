package io.midwater.metrics;

import static io.midwater.domain.table.Units.SHARES;
import static io.midwater.domain.table.Units.VALUE;
import static io.midwater.domain.table.Units.VWAP_BPS;

import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderLife;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;

/**
 * The order's average price against everybody's while it lived. Both are of trades on the market: continuous, auctions
 * and after the close; neither booked nor reported. The order's own fills are part of the market.
 */
final class MarketVwapMetrics implements MetricFamily {
    private final LongColumn onMarketQuantity;
    private final LongColumn onMarketValue;
    private final LongColumn marketQuantity;
    private final LongColumn marketValue;
    private final DoubleColumn vwapSlippageBps;

    MarketVwapMetrics(MetricsTable table) {
        onMarketQuantity = table.whole(
                "on_market_quantity", SHARES, "own legs traded on the market: continuous, auctions, after the close");
        onMarketValue = table.whole("on_market_value", VALUE, "Σ price × quantity of those legs");
        marketQuantity = table.whole(
                "market_quantity",
                SHARES,
                "traded on the market by anyone from arrival to end inclusive, each match once, own fills included");
        marketValue = table.whole("market_value", VALUE, "Σ price × quantity of those matches");
        vwapSlippageBps = table.real(
                "vwap_slippage_bps",
                VWAP_BPS,
                "S × (on_market_value / on_market_quantity − market_value / market_quantity) / (market_value /"
                        + " market_quantity); cost positive");
    }

    @Override
    public void add(MeasuredOrder order) {
        OrderLife life = order.life();
        OrderIndex index = order.slice().index();
        TradeLegs trades = order.slice().trades();
        long ownQuantity = 0;
        long ownValue = 0;
        for (int n = 0; n < index.legCount(life.order()); n++) {
            int leg = index.leg(life.order(), n);
            if (trades.tradeClass(leg).onMarket()) {
                ownQuantity += trades.quantity(leg);
                ownValue += trades.quantity(leg) * trades.price(leg);
            }
        }
        long quantity = order.market().quantity(life.arrivalNs(), life.endNs());
        long value = order.market().value(life.arrivalNs(), life.endNs());
        onMarketQuantity.append(ownQuantity);
        onMarketValue.append(ownValue);
        marketQuantity.append(quantity);
        marketValue.append(value);
        double vwap = Quotient.of(value, quantity);
        vwapSlippageBps.append(
                vwap > 0
                        ? Quotient.BPS * order.sign() * (Quotient.of(ownValue, ownQuantity) - vwap) / vwap
                        : Double.NaN);
    }
}
