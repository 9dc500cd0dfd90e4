package io.midwater.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of test material that does not belong to the project; tests that need it are skipped without it. */
final class SharedFiles {
    private SharedFiles() {}

    static Path find(String name) {
        Path path = Path.of(System.getProperty("midwater.shared", "../shared"), name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: no " + path);
        return path;
    }
}
