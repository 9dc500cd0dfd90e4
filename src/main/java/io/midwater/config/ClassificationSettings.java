package io.midwater.config;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.Population;

/** Reads {@link ClassificationOptions}. */
final class ClassificationSettings {
    private ClassificationSettings() {}

    static ClassificationOptions read(Settings classification) {
        return new ClassificationOptions(
                classification.choice("population", Population.class),
                classification.duration("immediate-within"),
                BucketSettings.ofAmounts(classification, "size-buckets"),
                BucketSettings.ofAmounts(classification, "notional-buckets"),
                BucketSettings.ofTimes(classification, "time-of-day-buckets"));
    }
}
