package io.midwater.metrics;

import io.midwater.domain.Horizon;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of the aggregate {@code rule605}.
 *
 * @param notionalFrom lower bounds of the classes of an order's value in currency units, inclusive, rising from 0
 * @param roundLot shares of a round lot
 * @param executedWithin upper bounds of the classes of time to execution, exclusive, rising
 */
public record Rule605Options(List<Long> notionalFrom, long roundLot, List<Horizon> executedWithin)
        implements Serializable {
    private static final long US = 1_000;
    private static final long MS = 1_000 * US;
    private static final long S = 1_000 * MS;

    /** The bounds of 17 CFR 242.600(b) and 242.605(a)(1) as amended in 2024. */
    public static final Rule605Options AMENDED_RULE = new Rule605Options(
            List.of(0L, 250L, 1_000L, 5_000L, 10_000L, 20_000L, 50_000L, 200_000L),
            100,
            List.of(
                    new Horizon("100us", 100 * US),
                    new Horizon("1ms", MS),
                    new Horizon("10ms", 10 * MS),
                    new Horizon("1s", S),
                    new Horizon("10s", 10 * S),
                    new Horizon("30s", 30 * S),
                    new Horizon("5m", 300 * S)));

    public Rule605Options {
        notionalFrom = List.copyOf(notionalFrom);
        executedWithin = List.copyOf(executedWithin);
        if (notionalFrom.isEmpty() || notionalFrom.get(0) != 0) {
            throw new IllegalArgumentException("notionalFrom must begin with 0, was " + notionalFrom);
        }
        for (int i = 1; i < notionalFrom.size(); i++) {
            if (notionalFrom.get(i) <= notionalFrom.get(i - 1)) {
                throw new IllegalArgumentException("notionalFrom must rise, was " + notionalFrom);
            }
        }
        for (int i = 1; i < executedWithin.size(); i++) {
            if (executedWithin.get(i).ns() <= executedWithin.get(i - 1).ns()) {
                throw new IllegalArgumentException("executedWithin must rise, was "
                        + executedWithin.stream().map(Horizon::label).toList());
            }
        }
        if (roundLot < 1) {
            throw new IllegalArgumentException("roundLot must be 1 or more, was " + roundLot);
        }
    }

    /** The classes of time to execution as they name columns: {@code 0_to_100us} and so on, the last one open. */
    public List<String> timeClasses() {
        List<String> classes = new ArrayList<>();
        String from = "0";
        for (Horizon bound : executedWithin) {
            classes.add(from + "_to_" + bound.label());
            from = bound.label();
        }
        classes.add(from + "_or_more");
        return classes;
    }
}
