package io.midwater.benchmark;

import io.midwater.simulation.matching.BookMatchingEngine;
import io.midwater.simulation.matching.MatchingRules;
import io.midwater.simulation.matching.Pairing;
import io.midwater.simulation.matching.TickTable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * What an event costs the matching engine in longer streams, while the book keeps its size: it should grow no faster than log
 * n. The sizes take turns, so that whatever else the machine does meets all of them.
 */
public final class MatchingGrowth {
    private static final int[] EVENTS = {10_000, 100_000, 1_000_000, 3_000_000};
    private static final int[] RESTING = {2_300, 100_000};
    /** Short streams run several times a round, up to so many events. */
    private static final int SHORTEST = 100_000;

    private static final int ROUNDS = 9;
    private static final int WARM_UPS = 2;
    private static final long SEED = 20240905;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Pairing pairing;
    private final MatchingStream stream;
    private final BookMatchingEngine engine;
    private final double[] nanoseconds = new double[ROUNDS];
    private long matches;

    private MatchingGrowth(Pairing pairing, int events, int resting) {
        this.pairing = pairing;
        stream = MatchingStream.steady(pairing, events, resting, SEED);
        engine = new BookMatchingEngine(
                new MatchingRules(pairing, TickTable.ASX_EQUITIES),
                (match, incoming, rester, quantity, price2, source) -> matches++,
                stream.handles(),
                resting);
    }

    /** Runs every size in turn, round after round, and prints the median processor time of an event. */
    public static void main(String[] arguments) {
        for (Pairing pairing : new Pairing[] {Pairing.EVERY_PAIR, Pairing.STUDY_WITH_CONTRA}) {
            for (int resting : RESTING) {
                MatchingGrowth[] sizes = new MatchingGrowth[EVENTS.length];
                Arrays.setAll(sizes, i -> new MatchingGrowth(pairing, EVENTS[i], resting));
                for (int round = -WARM_UPS; round < ROUNDS; round++) {
                    for (MatchingGrowth size : sizes) {
                        size.run(Math.floorMod(round, ROUNDS));
                    }
                }
                for (MatchingGrowth size : sizes) {
                    size.print(resting, sizes[0]);
                }
            }
        }
    }

    /** A warm-up's time is written over by that of a later round. */
    private void run(int round) {
        int passes = Math.max(1, SHORTEST / stream.size());
        long time = 0;
        for (int pass = 0; pass < passes; pass++) {
            engine.noQuote();
            stream.fillBook(engine);
            matches = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            stream.apply(engine);
            time += THREADS.getCurrentThreadCpuTime() - start;
        }
        nanoseconds[round] = (double) time / passes / stream.size();
    }

    private double median() {
        double[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[ROUNDS / 2];
    }

    private void print(int resting, MatchingGrowth least) {
        double growth = median() / least.median();
        double logarithm = Math.log(stream.size()) / Math.log(least.stream.size());
        System.out.printf(
                Locale.ROOT,
                "%-18s %7d resting %9d events: %6.1f ns/event, %5.2f million events/s, %.2f matches/event; grows %.2f"
                        + " times, log n %.2f times: %s%n",
                pairing,
                resting,
                stream.size(),
                median(),
                1e3 / median(),
                (double) matches / stream.size(),
                growth,
                logarithm,
                growth <= logarithm ? "within" : "ABOVE");
    }
}
