package io.midwater.feed;

/** A set of positive longs. */
final class LongSet {
    private long[] places = new long[64];
    private int size;

    LongSet(long... values) {
        for (long value : values) {
            add(value);
        }
    }

    /** Adds a value; false where it was there. */
    boolean add(long value) {
        if (contains(value)) {
            return false;
        }
        size++;
        if (4 * size > places.length) {
            long[] before = places;
            places = new long[2 * before.length];
            for (long known : before) {
                if (known != 0) {
                    put(known);
                }
            }
        }
        put(value);
        return true;
    }

    private void put(long value) {
        int place = place(value);
        while (places[place] != 0) {
            place = place + 1 & places.length - 1;
        }
        places[place] = value;
    }

    boolean contains(long value) {
        long[] values = places;
        int place = place(value);
        while (values[place] != 0) {
            if (values[place] == value) {
                return true;
            }
            place = place + 1 & values.length - 1;
        }
        return false;
    }

    int size() {
        return size;
    }

    private int place(long value) {
        return (int) (value * 0x9E3779B97F4A7C15L >>> 32) & places.length - 1;
    }
}
