package io.midwater.classification;

import io.midwater.domain.Bucket;
import java.io.Serializable;
import java.util.List;

/**
 * @param population the study population
 * @param immediateWithinNs a full fill sooner than this after arrival is immediate
 * @param sizeBuckets of the initial quantity in quantity units
 * @param notionalBuckets of initial quantity × price in currency units
 * @param timeOfDayBuckets of the arrival, upper bounds in nanoseconds since local midnight, inclusive
 */
public record ClassificationOptions(
        Population population,
        long immediateWithinNs,
        List<Bucket> sizeBuckets,
        List<Bucket> notionalBuckets,
        List<Bucket> timeOfDayBuckets)
        implements Serializable {
    public ClassificationOptions {
        sizeBuckets = List.copyOf(sizeBuckets);
        notionalBuckets = List.copyOf(notionalBuckets);
        timeOfDayBuckets = List.copyOf(timeOfDayBuckets);
    }
}
