package io.midwater.feed;

import io.midwater.domain.table.RowGroup;

/**
 * Values from the bytes of a field, without an object in between. Every method returns {@link RowGroup#NULL} for a field
 * that is empty or blank, and for one that cannot be read, with {@link #problem} set.
 */
final class ValueParser {
    private final int priceDecimals;
    private final byte delimiter;
    private final SecurityCache securities = new SecurityCache();
    private final TimestampCache timestamps = new TimestampCache();
    private RejectReason problem;

    ValueParser(FeedOptions options) {
        priceDecimals = options.priceDecimals();
        delimiter = (byte) options.csv().delimiter();
    }

    /** Why the last value could not be read; null where it could. */
    RejectReason problem() {
        return problem;
    }

    void forgetProblem() {
        problem = null;
    }

    private long fail(RejectReason reason) {
        problem = reason;
        return RowGroup.NULL;
    }

    /** Any 64-bit integer. */
    long integer(byte[] bytes, int from, int to) {
        problem = null;
        long value = Digits.value(bytes, from, to - from);
        return value >= 0 ? value : oddInteger(bytes, from, to);
    }

    /** An integer of which there are few different ones in a file. */
    long security(byte[] bytes, int from, int to) {
        problem = null;
        long value = securities.value(bytes, from, to - from);
        return value >= 0 ? value : oddInteger(bytes, from, to);
    }

    /** An integer whose first digits are mostly those of the one before. */
    long timestamp(byte[] bytes, int from, int to) {
        problem = null;
        long value = timestamps.value(bytes, from, to - from);
        return value >= 0 ? value : oddInteger(bytes, from, to);
    }

    /** An integer that is not negative. */
    long count(byte[] bytes, int from, int to) {
        problem = null;
        long value = Digits.value(bytes, from, to - from);
        return value >= 0 ? value : notNegative(oddInteger(bytes, from, to));
    }

    /** A 32-bit integer. */
    long code(byte[] bytes, int from, int to) {
        problem = null;
        long value = Digits.value(bytes, from, to - from);
        if (value < 0) {
            value = oddInteger(bytes, from, to);
        }
        return value == (int) value || value == RowGroup.NULL ? value : fail(RejectReason.OVERFLOW);
    }

    /** 1 or 2, or Buy or Sell in any case. */
    long side(byte[] bytes, int from, int to) {
        problem = null;
        if (to - from == 1 && (bytes[from] == '1' || bytes[from] == '2')) {
            return bytes[from] - '0';
        }
        int first = first(bytes, from, to);
        int last = last(bytes, first, to);
        if (first == last) {
            return RowGroup.NULL;
        }
        if (last - first == 1 && (bytes[first] == '1' || bytes[first] == '2')) {
            return bytes[first] - '0';
        }
        if (isWord(bytes, first, last, "buy")) {
            return 1;
        }
        return isWord(bytes, first, last, "sell") ? 2 : fail(RejectReason.BAD_SIDE);
    }

    private static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A price that is not negative, in units of the last decimal. */
    long price(byte[] bytes, int from, int to) {
        problem = null;
        long value = Digits.value(bytes, from, to - from);
        if (value >= 0 && priceDecimals == 0) {
            return value;
        }
        return notNegative(decimal(bytes, from, to));
    }

    /** A price with any sign, in units of the last decimal; the feed's "not available" is null. */
    long quotePrice(byte[] bytes, int from, int to) {
        problem = null;
        long value = Digits.value(bytes, from, to - from);
        if (value >= 0 && priceDecimals == 0) {
            return value;
        }
        return decimal(bytes, from, to);
    }

    private long notNegative(long value) {
        return value >= 0 || value == RowGroup.NULL ? value : fail(RejectReason.NEGATIVE);
    }

    /** What is not plain digits: blanks around, a sign, leading zeros, or no number at all. */
    private long oddInteger(byte[] bytes, int from, int to) {
        int first = first(bytes, from, to);
        int last = last(bytes, first, to);
        if (first == last) {
            return RowGroup.NULL;
        }
        boolean minus = bytes[first] == '-';
        first += minus ? 1 : 0;
        if (first == last) {
            return fail(RejectReason.BAD_NUMBER);
        }
        long negated = 0;
        boolean fits = true;
        for (int i = first; i < last; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return fail(RejectReason.BAD_NUMBER);
            }
            // Counted downwards, because Long.MIN_VALUE has no positive twin.
            fits &= negated > Long.MIN_VALUE / 10 || negated == Long.MIN_VALUE / 10 && digit <= 8;
            negated = fits ? 10 * negated - digit : negated;
        }
        if (!fits || !minus && negated == Long.MIN_VALUE) {
            return fail(RejectReason.OVERFLOW);
        }
        return minus ? negated : -negated;
    }

    private long decimal(byte[] bytes, int from, int to) {
        int first = first(bytes, from, to);
        int last = last(bytes, first, to);
        int point = first;
        while (point < last && bytes[point] != '.') {
            point++;
        }
        if (point == last) {
            long whole = oddInteger(bytes, first, last);
            return whole == RowGroup.NULL ? whole : scaled(whole, priceDecimals);
        }
        boolean minus = bytes[first] == '-';
        first += minus ? 1 : 0;
        if (last - first < 2) {
            return fail(RejectReason.BAD_NUMBER);
        }
        long units = 0;
        boolean fits = true;
        boolean exact = true;
        for (int i = first; i < last; i++) {
            if (i == point) {
                continue;
            }
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return fail(RejectReason.BAD_NUMBER);
            }
            if (i > point + priceDecimals) {
                exact &= digit == 0;
            } else {
                fits &= units <= (Long.MAX_VALUE - digit) / 10;
                units = fits ? 10 * units + digit : units;
            }
        }
        if (!exact) {
            return fail(RejectReason.PRICE_DECIMALS);
        }
        if (!fits) {
            return fail(RejectReason.OVERFLOW);
        }
        return scaled(minus ? -units : units, Math.max(0, priceDecimals - (last - point - 1)));
    }

    private long scaled(long value, int decimals) {
        long power = Digits.power(decimals);
        return value > Long.MAX_VALUE / power || value < -(Long.MAX_VALUE / power)
                ? fail(RejectReason.OVERFLOW)
                : value * power;
    }

    /** Place of the first byte that is no blank. */
    int first(byte[] bytes, int from, int to) {
        int first = from;
        while (first < to && blank(bytes[first])) {
            first++;
        }
        return first;
    }

    /** Place behind the last byte that is no blank. */
    int last(byte[] bytes, int from, int to) {
        int last = to;
        while (last > from && blank(bytes[last - 1])) {
            last--;
        }
        return last;
    }

    private boolean blank(byte b) {
        return b == ' ' || b == '\t' && delimiter != '\t';
    }
}
