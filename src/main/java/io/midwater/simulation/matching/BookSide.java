package io.midwater.simulation.matching;

/** The resting study orders, or the resting contras, of one side, in priority order under the keys that matching asks for. */
final class BookSide {
    private static final int FEW = 64;

    private final Orders orders;
    /** By limit in half units: who accepts a midpoint. */
    final PriorityIndex mid;
    /** Dark limits by the most aggressive on-tick price they accept. */
    final PriorityIndex dark;
    /** Any-price blocks by limit. */
    final PriorityIndex block;
    /** As {@link #mid}, one per participant that has preferenced so far. */
    private final OwnOrders own = new OwnOrders();

    BookSide(Orders orders, int expected) {
        this.orders = orders;
        this.mid = new PriorityIndex(orders.inMid, expected);
        this.dark = new PriorityIndex(orders.inDark, FEW);
        this.block = new PriorityIndex(orders.inBlock, FEW);
    }

    void add(int order) {
        mid.add(order, orders.priority(order), midKey(order));
        addToOthers(order);
    }

    void remove(int order) {
        mid.remove(order);
        removeFromOthers(order);
    }

    void clear() {
        mid.removeAll();
        dark.removeAll();
        block.removeAll();
        own.clear();
    }

    /** Gives an order that rests new terms at its old place. */
    void replace(int order, OrderTerms terms) {
        removeFromOthers(order);
        orders.fill(order, terms);
        addToOthers(order);
        refresh(order);
    }

    /** Brings the keys in line with what the order can give. */
    void refresh(int order) {
        mid.update(order, midKey(order));
        if (orders.is(order, Orders.DARK_LIMIT)) {
            dark.update(order, darkKey(order));
        }
        if (orders.is(order, Orders.RESTING_BLOCK)) {
            block.update(order, blockKey(order));
        }
        if (own.any() && orders.inOwn.of(order) != PriorityIndex.NONE) {
            own.find(orders.participant(order)).update(order, midKey(order));
        }
    }

    /** The index of one participant's orders; built when first asked for, kept up from then on. */
    PriorityIndex own(int participant) {
        PriorityIndex index = own.find(participant);
        if (index == null) {
            index = new PriorityIndex(orders.inOwn, FEW);
            own.put(participant, index);
            for (int position = 0; position < mid.size(); position++) {
                int order = mid.order(position);
                if (order != PriorityIndex.NONE && orders.participant(order) == participant) {
                    index.add(order, orders.priority(order), midKey(order));
                }
            }
        }
        return index;
    }

    private void addToOthers(int order) {
        long priority = orders.priority(order);
        if (orders.is(order, Orders.DARK_LIMIT)) {
            dark.add(order, priority, darkKey(order));
        }
        if (orders.is(order, Orders.RESTING_BLOCK)) {
            block.add(order, priority, blockKey(order));
        }
        PriorityIndex ownIndex = own.any() ? own.find(orders.participant(order)) : null;
        if (ownIndex != null) {
            ownIndex.add(order, priority, midKey(order));
        }
    }

    private void removeFromOthers(int order) {
        if (orders.is(order, Orders.DARK_LIMIT)) {
            dark.remove(order);
        }
        if (orders.is(order, Orders.RESTING_BLOCK)) {
            block.remove(order);
        }
        if (own.any() && orders.inOwn.of(order) != PriorityIndex.NONE) {
            own.find(orders.participant(order)).remove(order);
        }
    }

    private long midKey(int order) {
        return orders.tradable(order) ? orders.limitKey(order) : PriorityIndex.ABSENT;
    }

    private long darkKey(int order) {
        return orders.tradable(order) ? orders.darkKey(order) : PriorityIndex.ABSENT;
    }

    private long blockKey(int order) {
        return orders.tradable(order) ? orders.blockKey(order) : PriorityIndex.ABSENT;
    }
}
