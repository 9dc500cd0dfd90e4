package io.midwater.benchmark;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What classifying and measuring a security-day costs, for each number of orders given: processor time, which other work on
 * the machine disturbs less than the clock, memory allocated on the way, and the heap in use before.
 */
final class MetricsCost {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 4;

    private MetricsCost() {}

    public static void main(String[] sizes) throws IOException {
        for (String size : sizes) {
            MetricsBenchmark day = new MetricsBenchmark();
            day.orders = Integer.parseInt(size);
            day.generate();
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
                String cost = measure(day);
                if (round > WARM_UP) {
                    System.out.printf(Locale.ROOT, "%s, heap with the day in it %.0f MB%n", cost, heap / 1e6);
                }
            }
        }
    }

    private static String measure(MetricsBenchmark day) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long rows = day.classifyAndMeasure();
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        return String.format(
                Locale.ROOT,
                "%d rows: %.0f ms, %.2f million events/s, %.0f MB allocated",
                rows,
                cpu / 1e6,
                day.events() * 1e3 / cpu,
                bytes / 1e6);
    }
}
