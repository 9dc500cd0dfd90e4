package io.midwater.generator;

import java.util.List;

/** The lit book of one security: price and time priority, levels in ticks. */
final class LitBook {
    private static final int MOST_LEVELS_TAKEN = 4;

    private final int lowestLevel;
    private final PriceLadder buys;
    private final PriceLadder sells;

    LitBook(int lowestLevel, int levels) {
        this.lowestLevel = lowestLevel;
        buys = new PriceLadder(levels);
        sells = new PriceLadder(levels);
    }

    private PriceLadder side(int sign) {
        return sign > 0 ? buys : sells;
    }

    void rest(LiveOrder order) {
        side(order.sign).add(order, order.level - lowestLevel);
    }

    void withdraw(LiveOrder order) {
        side(order.sign).remove(order);
    }

    void reduce(LiveOrder order, long shares) {
        side(order.sign).change(order, -shares);
        order.reduce(shares);
    }

    /** Open shares of a side at a level. */
    long volume(int sign, int level) {
        return side(sign).volume(level - lowestLevel);
    }

    /** The best buy level; a level below all others when there is no buy. */
    int bestBuy() {
        int slot = buys.down(buys.slots() - 1);
        return slot < 0 ? Integer.MIN_VALUE : slot + lowestLevel;
    }

    /** The best sell level; a level above all others when there is no sell. */
    int bestSell() {
        int slot = sells.up(0);
        return slot < 0 ? Integer.MAX_VALUE : slot + lowestLevel;
    }

    /**
     * Fills an incoming order from the best opposite level to its limit.
     *
     * @return the last level that it emptied, or {@code touch − sign} when it emptied none
     */
    int take(LiveOrder incoming, int touch, Matches matches) {
        int sign = incoming.sign;
        int emptied = touch - sign;
        PriceLadder contras = side(-sign);
        for (int i = 0; i < MOST_LEVELS_TAKEN && incoming.leaves > 0; i++) {
            int level = touch + i * sign;
            if (sign * (incoming.level - level) < 0) {
                break;
            }
            int slot = level - lowestLevel;
            while (incoming.leaves > 0 && contras.first(slot) != null) {
                LiveOrder contra = contras.first(slot);
                match(incoming, contra, Math.min(incoming.leaves, contra.leaves), level, true, matches);
            }
            if (contras.first(slot) == null) {
                emptied = level;
            }
        }
        return emptied;
    }

    private void match(LiveOrder one, LiveOrder contra, long shares, int level, boolean continuous, Matches matches) {
        PriceLadder ladder = side(contra.sign);
        ladder.change(contra, -shares);
        matches.match(one, contra, shares, level, continuous);
        if (contra.leaves == 0) {
            ladder.remove(contra);
        }
    }

    /**
     * Uncrosses an auction at the one price that executes most, nearest to a reference level; by price, then time.
     *
     * @return the auction's level, or the reference when nothing crosses
     */
    int auction(int reference, Matches matches) {
        int buy = buys.down(buys.slots() - 1);
        int sell = sells.up(0);
        int lastBuy = -1;
        int lastSell = -1;
        long volume = 0;
        long buyLeft = buy < 0 ? 0 : buys.volume(buy);
        long sellLeft = sell < 0 ? 0 : sells.volume(sell);
        while (buy >= 0 && sell >= 0 && buy >= sell) {
            long shares = Math.min(buyLeft, sellLeft);
            volume += shares;
            lastBuy = buy;
            lastSell = sell;
            buyLeft -= shares;
            sellLeft -= shares;
            if (buyLeft == 0) {
                buy = buys.down(buy - 1);
                buyLeft = buy < 0 ? 0 : buys.volume(buy);
            }
            if (sellLeft == 0) {
                sell = sells.up(sell + 1);
                sellLeft = sell < 0 ? 0 : sells.volume(sell);
            }
        }
        if (volume == 0) {
            return reference;
        }
        int lowest = Math.max(lastSell, buy);
        int highest = sell < 0 ? lastBuy : Math.min(lastBuy, sell);
        int level = Math.max(lowest, Math.min(highest, reference - lowestLevel)) + lowestLevel;
        while (volume > 0) {
            LiveOrder buyer = buys.first(buys.down(buys.slots() - 1));
            LiveOrder seller = sells.first(sells.up(0));
            long shares = Math.min(volume, Math.min(buyer.leaves, seller.leaves));
            buys.change(buyer, -shares);
            match(buyer, seller, shares, level, false, matches);
            if (buyer.leaves == 0) {
                buys.remove(buyer);
            }
            volume -= shares;
        }
        return level;
    }

    void collect(List<LiveOrder> orders) {
        buys.collect(orders);
        sells.collect(orders);
    }

    /** Told of every match, before the book forgets filled orders; it reduces both orders. */
    @FunctionalInterface
    interface Matches {
        void match(LiveOrder incoming, LiveOrder contra, long shares, int level, boolean continuous);
    }
}
