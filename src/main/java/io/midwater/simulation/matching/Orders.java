package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.Arrays;

/**
 * The orders the fast engine knows at the moment; places of orders that left are used again. An order is a row of cells: a
 * book of 100,000 orders fits no cache, and an order's cells are wanted together.
 */
final class Orders {
    static final int DARK_LIMIT = 1;
    /** A block with a limit: it can rest for other blocks to meet. */
    static final int RESTING_BLOCK = 2;

    static final int MAY_TAKE_BLOCKS = 4;
    static final int SINGLE_FILL = 8;
    static final int OWN_FIRST = 16;
    static final int OWN_ONLY = 32;
    static final int STUDY = 64;
    static final int SELL = 128;
    /** What is open is what matches leave, not what the caller states. */
    static final int SIMULATED = 256;

    private static final int FLAGS = 0;
    private static final int IN_MID = 1;
    private static final int AVAILABLE = 2;
    private static final int MINIMUM = 3;
    private static final int LIMIT_KEY = 4;
    private static final int OPEN = 5;
    private static final int HANDLE = 6;
    private static final int PARTICIPANT = 7;
    private static final int IN_OWN = 8;
    private static final int PRIORITY = 9;
    private static final int TAKEN_IN = 10;
    private static final int CROSSING_KEY = 11;
    private static final int IN_DARK = 12;
    private static final int DARK_KEY = 13;
    private static final int IN_BLOCK = 14;
    private static final int BLOCK_KEY = 15;
    private static final int WIDTH = 16;

    private final Pairing pairing;
    private final TickTable ticks;
    /** Row by row, so that all there is to know about an order lies in two or three cache lines. */
    private long[] cells;

    final Positions inMid;
    final Positions inDark;
    final Positions inBlock;
    final Positions inOwn;
    private int[] free;
    private int freed;
    private int used;

    Orders(int capacity, MatchingRules rules) {
        this.pairing = rules.pairing();
        this.ticks = rules.ticks();
        cells = new long[capacity * WIDTH];
        free = new int[capacity];
        inMid = new Positions(this, IN_MID);
        inDark = new Positions(this, IN_DARK);
        inBlock = new Positions(this, IN_BLOCK);
        inOwn = new Positions(this, IN_OWN);
    }

    /** A place for an order. */
    int take(int newHandle) {
        if (freed == 0 && used == free.length) {
            grow(2 * used);
        }
        int order = freed > 0 ? free[--freed] : used++;
        put(order, HANDLE, newHandle);
        return order;
    }

    void release(int order) {
        free[freed++] = order;
    }

    void fill(int order, OrderTerms terms, long matched) {
        put(order, FLAGS, flags(terms));
        put(order, PARTICIPANT, terms.participant());
        put(order, CROSSING_KEY, terms.crossingKey());
        put(order, LIMIT_KEY, terms.limitKey());
        put(order, DARK_KEY, terms.darkLimit() ? darkKey(terms.side(), terms.limitKey()) : PriorityIndex.ABSENT);
        put(order, BLOCK_KEY, terms.side().sign() * terms.limit());
        put(order, MINIMUM, terms.minimum());
        quantity(order, terms.quantity(), terms.openQuantity(), matched);
    }

    /** Sets what an order brings in all and has really open: no less than it can give. */
    void quantity(int order, long quantity, long newOpen, long matched) {
        long available = Math.max(0, quantity - matched);
        put(order, AVAILABLE, available);
        put(order, OPEN, is(order, SIMULATED) ? available : Math.max(newOpen, available));
        dropMinimumBeyondOpen(order);
    }

    /** Takes matched shares off an order; the minimum lapses with them unless the caller states what is open. */
    void reduce(int order, long quantity) {
        long available = available(order) - quantity;
        put(order, AVAILABLE, available);
        if (is(order, SIMULATED)) {
            put(order, OPEN, available);
            dropMinimumBeyondOpen(order);
        }
    }

    /** Sets a minimum quantity, 0 for none; it lapses at once where less is open. */
    void minimum(int order, long shares) {
        put(order, MINIMUM, shares);
        dropMinimumBeyondOpen(order);
    }

    private void dropMinimumBeyondOpen(int order) {
        long open = open(order);
        if (open > 0 && open < minimum(order)) {
            put(order, MINIMUM, 0);
        }
    }

    void priority(int order, long priority) {
        put(order, PRIORITY, priority);
    }

    /** Notes the matching event that has planned to use an order up. */
    void taken(int order, long event) {
        put(order, TAKEN_IN, event);
    }

    int handle(int order) {
        return (int) get(order, HANDLE);
    }

    int flags(int order) {
        return (int) get(order, FLAGS);
    }

    /** 0 for unknown. */
    int participant(int order) {
        return (int) get(order, PARTICIPANT);
    }

    /** 0 for none. */
    long crossingKey(int order) {
        return get(order, CROSSING_KEY);
    }

    long priority(int order) {
        return get(order, PRIORITY);
    }

    /** Sign × limit in half units. */
    long limitKey(int order) {
        return get(order, LIMIT_KEY);
    }

    /** Sign × the most aggressive on-tick price within the limit. */
    long darkKey(int order) {
        return get(order, DARK_KEY);
    }

    /** Sign × limit in price units. */
    long blockKey(int order) {
        return get(order, BLOCK_KEY);
    }

    long minimum(int order) {
        return get(order, MINIMUM);
    }

    long available(int order) {
        return get(order, AVAILABLE);
    }

    long open(int order) {
        return get(order, OPEN);
    }

    long takenIn(int order) {
        return get(order, TAKEN_IN);
    }

    /** Whether the order can give anything at all while it rests. */
    boolean tradable(int order) {
        return available(order) > 0 && available(order) >= minimum(order);
    }

    boolean is(int order, int flag) {
        return (flags(order) & flag) != 0;
    }

    Side side(int order) {
        return is(order, SELL) ? Side.SELL : Side.BUY;
    }

    boolean sameParticipant(int one, int other) {
        return participant(one) != 0 && participant(one) == participant(other);
    }

    long get(int order, int cell) {
        return cells[order * WIDTH + cell];
    }

    void put(int order, int cell, long value) {
        cells[order * WIDTH + cell] = value;
    }

    private long darkKey(Side side, long key) {
        if (key == OrderTerms.ANY_PRICE) {
            return key;
        }
        // Sign × limit rounds down for both sides: away from the other side.
        long price = side.sign() * Math.floorDiv(key, 2);
        return side == Side.BUY ? ticks.floor(price) : -ticks.ceiling(price);
    }

    private int flags(OrderTerms terms) {
        return (terms.darkLimit() ? DARK_LIMIT : 0)
                | (terms.anyPriceBlock() && terms.limit() > 0 ? RESTING_BLOCK : 0)
                | (terms.mayTakeBlocks() ? MAY_TAKE_BLOCKS : 0)
                | (terms.singleFill() ? SINGLE_FILL : 0)
                | (terms.preference() == Preference.FIRST ? OWN_FIRST : 0)
                | (terms.preference() == Preference.ONLY ? OWN_ONLY : 0)
                | (terms.isStudy() ? STUDY : 0)
                | (pairing.simulates(terms.isStudy()) ? SIMULATED : 0)
                | (terms.side() == Side.SELL ? SELL : 0);
    }

    private void grow(int capacity) {
        cells = Arrays.copyOf(cells, capacity * WIDTH);
        free = Arrays.copyOf(free, capacity);
    }
}
