package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LitBookTest {
    private final LitBook book = new LitBook(50, 100);
    private final List<String> matches = new ArrayList<>();
    private int ids;

    private LiveOrder order(int sign, int level, long quantity) {
        LiveOrder order = new LiveOrder();
        order.id = ++ids;
        order.sign = sign;
        order.level = level;
        order.leaves = quantity;
        return order;
    }

    private void rest(int sign, int level, long quantity) {
        book.rest(order(sign, level, quantity));
    }

    private void record(LiveOrder incoming, LiveOrder contra, long shares, int level, boolean continuous) {
        incoming.leaves -= shares;
        contra.leaves -= shares;
        matches.add(incoming.id + "x" + contra.id + " " + shares + "@" + level);
    }

    @Test
    void anIncomingOrderWalksTheLevelsToItsLimit() {
        rest(-1, 102, 10);
        rest(-1, 101, 10);
        rest(-1, 101, 10);
        rest(-1, 103, 10);
        int emptied = book.take(order(1, 102, 100), 101, this::record);
        assertThat(matches).containsExactly("5x2 10@101", "5x3 10@101", "5x1 10@102");
        assertThat(emptied).isEqualTo(102);
        assertThat(book.bestSell()).isEqualTo(103);
    }

    @Test
    void aPassiveOrderTakesNothing() {
        rest(-1, 101, 10);
        assertThat(book.take(order(1, 100, 5), 101, this::record)).isEqualTo(100);
        assertThat(matches).isEmpty();
    }

    @Test
    void anAuctionHasOnePriceAndRespectsPriceThenTime() {
        rest(1, 100, 30);
        rest(1, 103, 20);
        rest(-1, 101, 25);
        rest(-1, 99, 15);
        // Best first, buys 20@103, 30@100 meet sells 15@99, 25@101: 15, then 5, and 100 < 101 ends it. The price lies
        // between the next buy and the next sell, 100 and 101, and within the last pair's 101 and 103: it is 101.
        int level = book.auction(100, this::record);
        assertThat(level).isEqualTo(101);
        assertThat(matches).containsExactly("2x4 15@101", "2x3 5@101");
        assertThat(book.bestBuy()).isEqualTo(100);
        assertThat(book.bestSell()).isEqualTo(101);
        assertThat(book.volume(-1, 101)).isEqualTo(20);
    }

    @Test
    void anAuctionWithoutOverlapKeepsTheReference() {
        rest(1, 99, 10);
        rest(-1, 101, 10);
        assertThat(book.auction(100, this::record)).isEqualTo(100);
        assertThat(matches).isEmpty();
    }
}
