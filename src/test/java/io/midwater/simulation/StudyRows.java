package io.midwater.simulation;

import io.midwater.classification.ClassificationOptions;
import io.midwater.classification.Classifier;
import io.midwater.classification.Population;
import io.midwater.domain.ArrivalQuote;
import io.midwater.domain.Bucket;
import io.midwater.domain.Horizon;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroupSink;
import java.util.List;

/** Replays a hand-made day and writes the rows of scenario midpoint. */
final class StudyRows {
    private static final List<Bucket> ANY = List.of(new Bucket("ANY", Long.MAX_VALUE));

    private StudyRows() {}

    static void write(Slice slice, List<Horizon> horizons, RowGroupSink sink) {
        write(slice, StudyDay.options(), horizons, sink);
    }

    static void write(Slice slice, MatchingOptions options, List<Horizon> horizons, RowGroupSink sink) {
        ReplayOrders orders = StudyDay.orders(slice, options);
        SimulatedMarkouts markouts = new SimulatedMarkouts(slice, orders, horizons);
        StudyResults results = new Replay(slice, orders, options, markouts).run();
        SimulationTable table = new SimulationTable(sink, horizons);
        Classifier classifier =
                new Classifier(slice, new ClassificationOptions(Population.SWEEP, 1_000_000_000L, ANY, ANY, ANY));
        MidpointRows rows = new MidpointRows(slice, results, markouts, table);
        for (int order = 0; order < slice.index().orders(); order++) {
            OrderLife life = classifier.life(order);
            rows.add(life, classifier.classes(life), ArrivalQuote.of(slice, life));
        }
        table.flush();
    }
}
