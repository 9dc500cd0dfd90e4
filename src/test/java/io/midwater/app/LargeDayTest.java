package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on one security-day of three million order events, in a JVM of its own with a heap of 1 GB. */
@Tag("nightly")
class LargeDayTest {
    /** The generator makes 3.1 events of a new order. */
    private static final long ORDERS = 1_000_000;

    private static final long EVENTS = 3_000_000;

    @TempDir
    private Path folder;

    @Test
    void threeMillionEventsOfOneDayFitInAGigabyte() throws Exception {
        Path market = folder.resolve("market");
        new MarketGenerator(new GeneratorOptions(market, 1, 1, -1, ORDERS, 7)).run((date, done, of, bytes) -> {});

        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                // As scripts/midwater on a machine of two cores.
                "-XX:+UseSerialGC",
                "-XX:NewRatio=4"));
        for (String flag :
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--add-")) {
                command.add(flag);
            }
        }
        command.addAll(List.of(
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--config",
                market.resolve("midwater.conf").toString(),
                "--set",
                "output.path=" + folder.resolve("output")));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.txt").toFile())
                .start();
        long peakKilobytes = 0;
        while (!run.waitFor(200, TimeUnit.MILLISECONDS)) {
            peakKilobytes = Math.max(peakKilobytes, peakKilobytes(run.pid()));
        }

        String said = Files.readString(folder.resolve("run.txt"));
        assertThat(run.exitValue()).as(said).isZero();
        assertThat(FullRun.manifest(folder.resolve("output"))
                        .at("/units/0/sums/order_events")
                        .asLong())
                .isGreaterThan(EVENTS);
        System.out.println("peak resident memory " + peakKilobytes / 1024 + " MB");
        // The heap, and half as much for classes, compiled code, threads and buffers.
        assertThat(peakKilobytes).isLessThan(1_572_864);
    }

    /** The most memory a process has had so far; 0 where the system does not say. */
    private static long peakKilobytes(long pid) {
        try {
            Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB")
                    .matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return peak.find() ? Long.parseLong(peak.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
