package io.midwater.simulation.matching;

import io.midwater.domain.Side;
import java.util.Arrays;

/**
 * The orders the fast engine knows at the moment; places of orders that left are used again. What is wanted together lies
 * together, in three narrow rows an order: a book of 100,000 orders fits no cache.
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

    // Marks: what finds an order and what it is.
    private static final int FLAGS = 0;
    private static final int PARTICIPANT = 1;
    private static final int HANDLE = 2;
    private static final int IN_MID = 3;
    private static final int IN_OWN = 4;
    private static final int IN_DARK = 5;
    private static final int IN_BLOCK = 6;
    private static final int TAKEN_IN = 7;
    private static final int MARKS = 8;

    // Amounts: what a match asks for and changes.
    private static final int AVAILABLE = 0;
    private static final int MINIMUM = 1;
    private static final int LIMIT_KEY = 2;
    private static final int OPEN = 3;
    private static final int MATCHED = 4;
    private static final int AMOUNTS = 5;

    // Details: what few operations ask for.
    private static final int PRIORITY = 0;
    private static final int CROSSING_KEY = 1;
    private static final int DARK_KEY = 2;
    private static final int BLOCK_KEY = 3;
    private static final int DETAILS = 4;

    private final Pairing pairing;
    private final TickTable ticks;
    private int[] marks;
    private long[] amounts;
    private long[] details;

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
        marks = new int[capacity * MARKS];
        amounts = new long[capacity * AMOUNTS];
        details = new long[capacity * DETAILS];
        free = new int[capacity];
        inMid = new Positions(this, IN_MID);
        inDark = new Positions(this, IN_DARK);
        inBlock = new Positions(this, IN_BLOCK);
        inOwn = new Positions(this, IN_OWN);
    }

    /** A place for an order of which some shares have been matched before. */
    int take(int newHandle, long matched) {
        if (freed == 0 && used == free.length) {
            grow(2 * used);
        }
        int order = freed > 0 ? free[--freed] : used++;
        mark(order, HANDLE, newHandle);
        amount(order, MATCHED, matched);
        return order;
    }

    void release(int order) {
        free[freed++] = order;
    }

    void fill(int order, OrderTerms terms) {
        mark(order, FLAGS, flags(terms));
        mark(order, PARTICIPANT, terms.participant());
        detail(order, CROSSING_KEY, terms.crossingKey());
        amount(order, LIMIT_KEY, terms.limitKey());
        if (terms.darkLimit()) {
            detail(order, DARK_KEY, darkKey(terms.side(), terms.limitKey()));
            detail(order, BLOCK_KEY, terms.side().sign() * terms.limit());
        }
        amount(order, MINIMUM, terms.minimum());
        quantity(order, terms.quantity(), terms.openQuantity());
    }

    /** Sets what an order brings in all and has really open: no less than it can give. */
    void quantity(int order, long quantity, long newOpen) {
        long available = Math.max(0, quantity - matched(order));
        amount(order, AVAILABLE, available);
        amount(order, OPEN, is(order, SIMULATED) ? available : Math.max(newOpen, available));
        dropMinimumBeyondOpen(order);
    }

    /** Takes matched shares off an order; the minimum lapses with them unless the caller states what is open. */
    void reduce(int order, long quantity) {
        long available = available(order) - quantity;
        amount(order, AVAILABLE, available);
        amount(order, MATCHED, matched(order) + quantity);
        if (is(order, SIMULATED)) {
            amount(order, OPEN, available);
            dropMinimumBeyondOpen(order);
        }
    }

    /** Sets a minimum quantity, 0 for none; it lapses at once where less is open. */
    void minimum(int order, long shares) {
        amount(order, MINIMUM, shares);
        dropMinimumBeyondOpen(order);
    }

    private void dropMinimumBeyondOpen(int order) {
        long open = open(order);
        if (open > 0 && open < minimum(order)) {
            amount(order, MINIMUM, 0);
        }
    }

    void priority(int order, long priority) {
        detail(order, PRIORITY, priority);
    }

    /** Notes the matching event that has planned to use an order up. */
    void taken(int order, int event) {
        mark(order, TAKEN_IN, event);
    }

    int handle(int order) {
        return mark(order, HANDLE);
    }

    int flags(int order) {
        return mark(order, FLAGS);
    }

    /** 0 for unknown. */
    int participant(int order) {
        return mark(order, PARTICIPANT);
    }

    /** 0 for none. */
    long crossingKey(int order) {
        return detail(order, CROSSING_KEY);
    }

    long priority(int order) {
        return detail(order, PRIORITY);
    }

    /** Sign × limit in half units. */
    long limitKey(int order) {
        return amount(order, LIMIT_KEY);
    }

    /** Sign × the most aggressive on-tick price within the limit. */
    long darkKey(int order) {
        return detail(order, DARK_KEY);
    }

    /** Sign × limit in price units. */
    long blockKey(int order) {
        return detail(order, BLOCK_KEY);
    }

    long minimum(int order) {
        return amount(order, MINIMUM);
    }

    long available(int order) {
        return amount(order, AVAILABLE);
    }

    long open(int order) {
        return amount(order, OPEN);
    }

    /** Shares matched of the order so far. */
    long matched(int order) {
        return amount(order, MATCHED);
    }

    /** Makes as if nothing had been matched of the order. */
    void forgetMatches(int order) {
        amount(order, MATCHED, 0);
    }

    int takenIn(int order) {
        return mark(order, TAKEN_IN);
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

    int mark(int order, int cell) {
        return marks[order * MARKS + cell];
    }

    void mark(int order, int cell, int value) {
        marks[order * MARKS + cell] = value;
    }

    private long amount(int order, int cell) {
        return amounts[order * AMOUNTS + cell];
    }

    private void amount(int order, int cell, long value) {
        amounts[order * AMOUNTS + cell] = value;
    }

    private long detail(int order, int cell) {
        return details[order * DETAILS + cell];
    }

    private void detail(int order, int cell, long value) {
        details[order * DETAILS + cell] = value;
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
        marks = Arrays.copyOf(marks, capacity * MARKS);
        amounts = Arrays.copyOf(amounts, capacity * AMOUNTS);
        details = Arrays.copyOf(details, capacity * DETAILS);
        free = Arrays.copyOf(free, capacity);
    }
}
