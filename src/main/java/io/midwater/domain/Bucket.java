package io.midwater.domain;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * One class of a measure.
 *
 * @param name the class's name in the tables
 * @param upTo the largest value that belongs to it; Long.MAX_VALUE for the last
 */
public record Bucket(String name, long upTo) implements Serializable {
    public Bucket {
        requireNonNull(name, "name is null");
    }

    /** The first bucket that holds the value; the last is open. */
    public static String find(List<Bucket> buckets, long value) {
        for (Bucket bucket : buckets) {
            if (value <= bucket.upTo) {
                return bucket.name;
            }
        }
        throw new IllegalArgumentException("no bucket holds " + value);
    }
}
