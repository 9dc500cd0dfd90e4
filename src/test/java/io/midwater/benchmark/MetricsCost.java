package io.midwater.benchmark;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What classifying and measuring a security-day costs, for each number of orders given: processor time, which other work on
 * the machine disturbs less than the clock, memory allocated on the way, and the heap that the day itself takes.
 */
final class MetricsCost {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 4;

    private MetricsCost() {}

    public static void main(String[] sizes) throws IOException {
        for (String size : sizes) {
            MetricsBenchmark day = new MetricsBenchmark();
            day.orders = Integer.parseInt(size);
            System.gc();
            long without = heap();
            day.generate();
            System.gc();
            long slice = heap() - without;
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                measure(day, slice, round >= WARM_UP);
            }
        }
    }

    private static void measure(MetricsBenchmark day, long slice, boolean warm) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long rows = day.classifyAndMeasure();
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        if (warm) {
            System.out.printf(
                    Locale.ROOT,
                    "%d rows: %.0f ms, %.2f million events/s, %.0f MB allocated, slice of %.0f MB%n",
                    rows,
                    cpu / 1e6,
                    day.events() * 1e3 / cpu,
                    bytes / 1e6,
                    slice / 1e6);
        }
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
