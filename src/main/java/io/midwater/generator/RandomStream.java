package io.midwater.generator;

/**
 * SplitMix64, written out so that a seed means the same market on every JDK (G. Steele, D. Lea, C. Flood, "Fast Splittable
 * Pseudorandom Number Generators", OOPSLA 2014). Logarithms come from StrictMath for the same reason.
 */
final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    RandomStream(long seed, long first, long second) {
        state = mix(mix(mix(seed + GOLDEN) ^ (first + 1) * 0xD1342543DE82EF95L) ^ (second + 1) * 0xAF251AF3B0F025B5L);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 ≤ value &lt; bound. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** low ≤ value ≤ high, both small. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** 0 ≤ value &lt; 1. */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - unit());
    }
}
