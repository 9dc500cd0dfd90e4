package io.midwater.app;

import io.midwater.app.output.UsageException;
import io.midwater.config.InputConfig;
import io.midwater.config.OutputConfig;
import io.midwater.feed.FileReason;
import io.midwater.sink.LockHeldException;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.OutputLock;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where the results go, and why they cannot go there. */
final class OutputPlace {
    private final Configuration hadoop;
    /** As the configuration says it. */
    private final String given;

    private final OutputLayout layout;

    private OutputPlace(Configuration hadoop, String given, OutputLayout layout) {
        this.hadoop = hadoop;
        this.given = given;
        this.layout = layout;
    }

    /** @throws UsageException for a path of no file system that can be reached */
    static OutputPlace of(Configuration hadoop, OutputConfig output) {
        try {
            Path path = new Path(output.path());
            return new OutputPlace(
                    hadoop,
                    output.path(),
                    new OutputLayout(path.getFileSystem(hadoop).makeQualified(path)));
        } catch (IOException | RuntimeException e) {
            // Hadoop says in many ways that it knows no such file system, or does not reach it.
            throw new UsageException(
                    unusable(output.path(), e) + "; give a directory of a file system that can be reached from here",
                    e);
        }
    }

    private static String unusable(String given, Exception why) {
        return "output.path cannot be used, was " + given + ": " + FileReason.of(why);
    }

    /** What to say when looking at it fails. */
    UsageException unusable(Exception why) {
        return new UsageException(unusable(given, why), why);
    }

    /** With its path made absolute. */
    OutputLayout layout() {
        return layout;
    }

    /** @throws UsageException if it lies below a directory that is read: the next run would read results */
    void refuseAmong(InputConfig input) {
        input.paths()
                .forEach((kind, paths) -> paths.forEach(text -> {
                    Path directory = qualified(text);
                    for (Path above = layout.root(); above != null; above = above.getParent()) {
                        if (above.equals(directory)) {
                            throw new UsageException("output.path " + layout.root() + " lies in " + text + " of input."
                                    + kind.label()
                                    + ": a later run would read these results as input; choose a folder outside of it");
                        }
                    }
                }));
    }

    /** Null for a path that cannot be listed, about which the listing has more to say. */
    private Path qualified(String text) {
        try {
            Path path = new Path(text);
            return path.getFileSystem(hadoop).makeQualified(path);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** @throws UsageException if another run holds the output or it cannot be written */
    OutputLock lock() {
        try {
            return OutputLock.acquire(hadoop, layout);
        } catch (LockHeldException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            throw new UsageException("output.path " + layout.root() + " cannot be written: " + FileReason.of(e));
        }
    }

    /** Null where the storage does not say. */
    Long freeBytes() {
        try {
            FileSystem system = layout.root().getFileSystem(hadoop);
            Path path = layout.root();
            while (!system.exists(path) && path.getParent() != null) {
                path = path.getParent();
            }
            long free = system.getStatus(path).getRemaining();
            return free == Long.MAX_VALUE ? null : free;
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }
}
