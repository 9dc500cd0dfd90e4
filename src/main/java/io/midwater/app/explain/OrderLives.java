package io.midwater.app.explain;

import io.midwater.app.explain.OrderTimeline.Life;
import io.midwater.app.explain.OrderTimeline.Mark;
import io.midwater.app.explain.OrderTimeline.Moment;
import io.midwater.domain.ChangeReason;
import io.midwater.domain.TerminalReason;
import io.midwater.domain.TradeClass;
import io.midwater.simulation.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;

/** Reads an order's real life, and its simulated one below it, from the published rows. */
final class OrderLives {
    private static final String MIDPOINT = Scenario.MIDPOINT.label();

    private OrderLives() {}

    /**
     * The real life reaches from arrival to end as table classified has them. The simulated one begins with it and ends
     * with the match that fills it, else with what ends the study by default: the last real fill, or the real end.
     *
     * @param classified the order's row there, or none
     * @param matches the order's own simulated legs
     */
    static List<Life> of(
            List<Row> events, List<Row> legs, List<Row> classified, List<Row> simulation, List<Row> matches) {
        List<Moment> moments = new ArrayList<>();
        for (Row event : events) {
            int reason = event.<Integer>getAs("changereason");
            if (ChangeReason.isNew(reason) || ChangeReason.isReload(reason)) {
                moments.add(new Moment(event.getAs("timestamp"), Mark.NEW, 0));
            } else if (reason == ChangeReason.UPDATED) {
                moments.add(new Moment(event.getAs("timestamp"), Mark.CHANGED, 0));
            }
        }
        long lastFill = Long.MIN_VALUE;
        for (Row leg : legs) {
            TradeClass type = TradeClass.valueOf(leg.getAs("trade_class"));
            if (type.filled()) {
                lastFill = Math.max(lastFill, leg.<Long>getAs("tradetime"));
                moments.add(new Moment(leg.getAs("tradetime"), mark(type), leg.getAs("quantity")));
            }
        }
        long[] times = LongStream.concat(
                        events.stream().mapToLong(event -> event.<Long>getAs("timestamp")),
                        legs.stream().mapToLong(leg -> leg.<Long>getAs("tradetime")))
                .sorted()
                .toArray();
        long from = times[0];
        long to = times[times.length - 1];
        for (Row row : classified) {
            from = row.<Long>getAs("arrival_ns");
            to = Math.max(from, row.<Long>getAs("end_ns"));
            if (unfilled(TerminalReason.valueOf(row.getAs("terminal_reason")))) {
                moments.add(new Moment(to, Mark.ENDED, 0));
            }
        }
        List<Life> lives = new ArrayList<>(List.of(new Life("real", from, to, moments)));
        boolean studied =
                simulation.stream().anyMatch(row -> row.getAs("scenario").equals(MIDPOINT));
        if (studied || !matches.isEmpty()) {
            long until = lastFill > from && studied ? lastFill : to;
            lives.add(simulated(from, until, simulation, matches));
        }
        return lives;
    }

    private static Life simulated(long from, long until, List<Row> simulation, List<Row> matches) {
        List<Moment> moments = matches.stream()
                .map(match -> new Moment(match.getAs("ts_ns"), Mark.MATCH, match.getAs("quantity")))
                .toList();
        long lastMatch = moments.stream().mapToLong(Moment::ns).max().orElse(from);
        boolean filled = simulation.stream()
                .anyMatch(row -> row.getAs("scenario").equals(MIDPOINT)
                        && row.<Long>getAs("simulated_quantity").equals(row.<Long>getAs("scope_quantity")));
        long to = filled && !moments.isEmpty() ? lastMatch : Math.max(lastMatch, until);
        return new Life("simulated", from, Math.max(from, to), moments);
    }

    private static Mark mark(TradeClass type) {
        if (type.dark()) {
            return Mark.DARK;
        }
        return switch (type) {
            case LIT -> Mark.LIT;
            case AUCTION -> Mark.AUCTION;
            case DARK,
                    DARK_BLOCK,
                    POST_CLOSE,
                    BOOK_LIT,
                    BOOK_AUCTION,
                    BOOK_CP,
                    BOOK_POST_CLOSE,
                    OTHER,
                    REPORT,
                    CANCELLED -> Mark.OTHER_FILL;
        };
    }

    private static boolean unfilled(TerminalReason reason) {
        return switch (reason) {
            case FILLED, OPEN -> false;
            case CANCELLED_USER, CANCELLED_SYSTEM, IOC_REMAINDER, PURGED, INACTIVE, OTHER -> true;
        };
    }
}
