package io.midwater.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.midwater.app.OrdersIngest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lets one peer answer one query several times in this JVM. Prints a line per run, {@code run N WALL CPU} in seconds; for the
 * first run both count from the start of the JVM. Then, for a query that writes nothing, {@code answer …}.
 */
public final class PeerRuns {
    private PeerRuns() {}

    /** Arguments: peer, query, runs, orders file, output folder, {@code warm} or {@code cold} cache. */
    public static void main(String[] arguments) throws Exception {
        PeerQuery query = PeerQuery.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int runs = Integer.parseInt(arguments[2]);
        Path file = Path.of(arguments[3]).toAbsolutePath();
        Path output = Path.of(arguments[4]).toAbsolutePath();
        boolean cold = arguments[5].equals("cold");
        String answer = "";
        if (cold) {
            evict(file);
        }
        long wallNs = System.nanoTime()
                - 1_000_000L * ManagementFactory.getRuntimeMXBean().getUptime();
        long cpuNs = 0;
        try (Peer peer = peer(arguments[0], file, query)) {
            for (int run = 1; run <= runs; run++) {
                if (run > 1) {
                    delete(output);
                    if (cold) {
                        evict(file);
                    }
                    wallNs = System.nanoTime();
                    cpuNs = cpu();
                }
                answer = peer.run(output);
                System.out.printf(
                        Locale.ROOT,
                        "run %d %.3f %.3f%n",
                        run,
                        (System.nanoTime() - wallNs) / 1e9,
                        (cpu() - cpuNs) / 1e9);
            }
        }
        if (query == PeerQuery.Q0) {
            System.out.println("answer " + answer);
        }
    }

    private static Peer peer(String name, Path file, PeerQuery query) throws Exception {
        return switch (name) {
            case "midwater" -> query == PeerQuery.Q0 ? new ScannerPeer(file, query) : new OrdersIngest(file, query);
            case "duckdb" -> new DuckPeer(file, query);
            case "spark-csv" -> new SparkPeer(file, query);
            default -> throw new IllegalArgumentException("no peer " + name);
        };
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Takes a file out of the page cache. */
    private static void evict(Path file) throws IOException, InterruptedException {
        Process dd = new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0", "status=none")
                .inheritIO()
                .start();
        if (dd.waitFor() != 0) {
            throw new IOException("dd could not take " + file + " out of the page cache");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
