package io.midwater.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The command of a JVM beside this one that can run Spark. */
final class ChildJvm {
    private ChildJvm() {}

    /** This JVM's program and its openings of modules, and a Spark that listens on this machine only; more may follow. */
    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1"));
        return command;
    }
}
