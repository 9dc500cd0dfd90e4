package io.midwater.feed;

/** A fixed set of positive longs. */
final class LongSet {
    private final long[] places;
    private final int mask;

    LongSet(long[] values) {
        places = new long[Math.max(2, Integer.highestOneBit(Math.max(1, values.length)) * 4)];
        mask = places.length - 1;
        for (long value : values) {
            int place = place(value);
            while (places[place] != 0 && places[place] != value) {
                place = place + 1 & mask;
            }
            places[place] = value;
        }
    }

    boolean contains(long value) {
        int place = place(value);
        while (places[place] != 0) {
            if (places[place] == value) {
                return true;
            }
            place = place + 1 & mask;
        }
        return false;
    }

    private int place(long value) {
        return (int) (value * 0x9E3779B97F4A7C15L >>> 40) & mask;
    }
}
