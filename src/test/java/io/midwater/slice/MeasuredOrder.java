package io.midwater.slice;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.Classifier;
import io.midwater.classification.Population;
import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.Bucket;
import io.midwater.domain.FillSums;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import java.util.List;

/** The first order of a day with everything that metrics and scenarios ask for. */
public record MeasuredOrder(Slice slice, OrderLife life, OrderClasses classes, ArrivalQuote quote, FillSums fills) {
    private static final List<Bucket> ONE_BUCKET = List.of(new Bucket("ALL", Long.MAX_VALUE));

    /** Every order is studied that rested and did not trade in an auction. */
    public static MeasuredOrder of(TestSlice day) {
        Slice slice = day.slice();
        Classifier classifier = new Classifier(
                slice, new ClassificationOptions(Population.ALL, 1_000_000_000L, ONE_BUCKET, ONE_BUCKET, ONE_BUCKET));
        OrderLife life = classifier.life(0);
        FillSums fills = new FillSums();
        fills.sum(slice, life);
        return new MeasuredOrder(slice, life, classifier.classes(life), ArrivalQuote.of(slice, life), fills);
    }
}
