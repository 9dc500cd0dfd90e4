package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.Arrays;

/** The orders the fast engine knows at the moment, in primitive columns; places of orders that left are used again. */
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

    private final Pairing pairing;
    private final TickTable ticks;
    int[] handle;
    int[] flags;
    int[] participant;
    long[] crossingKey;
    long[] priority;
    /** Sign × limit in half units. */
    long[] limitKey;
    /** Sign × the most aggressive on-tick price within the limit. */
    long[] darkKey;
    /** Sign × limit in price units. */
    long[] blockKey;

    long[] minimum;
    long[] available;
    long[] open;
    /** The matching event that has planned to use the order up. */
    long[] takenIn;

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
        handle = new int[capacity];
        flags = new int[capacity];
        participant = new int[capacity];
        crossingKey = new long[capacity];
        priority = new long[capacity];
        limitKey = new long[capacity];
        darkKey = new long[capacity];
        blockKey = new long[capacity];
        minimum = new long[capacity];
        available = new long[capacity];
        open = new long[capacity];
        takenIn = new long[capacity];
        free = new int[capacity];
        inMid = new Positions(capacity);
        inDark = new Positions(capacity);
        inBlock = new Positions(capacity);
        inOwn = new Positions(capacity);
    }

    /** A place for an order. */
    int take(int newHandle) {
        if (freed == 0 && used == handle.length) {
            grow(2 * used);
        }
        int order = freed > 0 ? free[--freed] : used++;
        handle[order] = newHandle;
        return order;
    }

    void release(int order) {
        free[freed++] = order;
    }

    void fill(int order, OrderTerms terms, long matched) {
        flags[order] = flags(terms);
        participant[order] = terms.participant();
        crossingKey[order] = terms.crossingKey();
        limitKey[order] = terms.limitKey();
        darkKey[order] = terms.darkLimit() ? darkKey(terms.side(), terms.limitKey()) : PriorityIndex.ABSENT;
        blockKey[order] = terms.side().sign() * terms.limit();
        minimum[order] = terms.minimum();
        quantity(order, terms.quantity(), terms.openQuantity(), matched);
    }

    /** Sets what an order brings in all and has really open: no less than it can give. */
    void quantity(int order, long quantity, long newOpen, long matched) {
        available[order] = Math.max(0, quantity - matched);
        open[order] = is(order, SIMULATED) ? available[order] : Math.max(newOpen, available[order]);
        dropMinimumBeyondOpen(order);
    }

    /** Takes matched shares off an order; the minimum lapses with them unless the caller states what is open. */
    void reduce(int order, long quantity) {
        available[order] -= quantity;
        if (is(order, SIMULATED)) {
            open[order] = available[order];
            dropMinimumBeyondOpen(order);
        }
    }

    void dropMinimumBeyondOpen(int order) {
        if (open[order] > 0 && open[order] < minimum[order]) {
            minimum[order] = 0;
        }
    }

    /** Whether the order can give anything at all while it rests. */
    boolean tradable(int order) {
        return available[order] > 0 && available[order] >= minimum[order];
    }

    boolean is(int order, int flag) {
        return (flags[order] & flag) != 0;
    }

    Side side(int order) {
        return is(order, SELL) ? Side.SELL : Side.BUY;
    }

    boolean sameParticipant(int one, int other) {
        return participant[one] != 0 && participant[one] == participant[other];
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
        handle = Arrays.copyOf(handle, capacity);
        flags = Arrays.copyOf(flags, capacity);
        participant = Arrays.copyOf(participant, capacity);
        crossingKey = Arrays.copyOf(crossingKey, capacity);
        priority = Arrays.copyOf(priority, capacity);
        limitKey = Arrays.copyOf(limitKey, capacity);
        darkKey = Arrays.copyOf(darkKey, capacity);
        blockKey = Arrays.copyOf(blockKey, capacity);
        minimum = Arrays.copyOf(minimum, capacity);
        available = Arrays.copyOf(available, capacity);
        open = Arrays.copyOf(open, capacity);
        takenIn = Arrays.copyOf(takenIn, capacity);
        free = Arrays.copyOf(free, capacity);
        inMid.grow(capacity);
        inDark.grow(capacity);
        inBlock.grow(capacity);
        inOwn.grow(capacity);
    }
}
