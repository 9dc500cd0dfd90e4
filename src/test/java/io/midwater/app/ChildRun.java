package io.midwater.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run in a process of its own, which can be killed. */
final class ChildRun {
    private static final long MINUTES = 5;

    private ChildRun() {}

    /**
     * @param fault see {@link io.midwater.control.FaultPoint}
     * @return the exit code of the process
     */
    static int of(SmallInput input, Path output, String fault, String... settings)
            throws IOException, InterruptedException {
        List<String> command = ChildJvm.command();
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dmidwater.fault=" + fault,
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.midwater.app.Main"));
        command.addAll(input.arguments(output, settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        output.resolveSibling(output.getFileName() + ".log").toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the run did not end within " + MINUTES + " minutes");
        }
        return process.exitValue();
    }
}
