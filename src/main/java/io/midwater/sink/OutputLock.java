package io.midwater.sink;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Keeps two runs out of one output. The lock of a process of this host that no longer lives is taken over. */
public final class OutputLock implements Closeable {
    private static final int EMPTY_WAITS = 10;
    private static final long EMPTY_WAIT_MS = 200;

    private final FileSystem system;
    private final Path path;

    private OutputLock(FileSystem system, Path path) {
        this.system = system;
        this.path = path;
    }

    /**
     * @throws LockHeldException if another run holds it
     * @throws IOException if the output cannot be written
     */
    public static OutputLock acquire(Configuration configuration, OutputLayout layout) throws IOException {
        Path path = new Path(layout.root(), ".lock");
        FileSystem system = path.getFileSystem(configuration);
        system.mkdirs(layout.root());
        if (!create(system, path)) {
            String holder = holder(system, path);
            for (int wait = 0; wait < EMPTY_WAITS && holder.isEmpty(); wait++) {
                pause();
                holder = holder(system, path);
            }
            if (!isDead(holder)) {
                throw new LockHeldException(layout.root() + " is in use by " + holder
                        + ". If that run is no more, delete " + path + " and run again");
            }
            system.delete(path, false);
            if (!create(system, path)) {
                throw new LockHeldException(layout.root() + " is in use by " + holder(system, path));
            }
        }
        return new OutputLock(system, path);
    }

    private static void pause() {
        try {
            Thread.sleep(EMPTY_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean create(FileSystem system, Path path) throws IOException {
        String self = host() + " process " + ProcessHandle.current().pid();
        try (FSDataOutputStream out = system.create(path, false)) {
            out.write(self.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (FSError e) {
            // What Hadoop's local file system throws for a disk that is full.
            system.delete(path, false);
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    private static String holder(FileSystem system, Path path) throws IOException {
        try (FSDataInputStream in = system.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (FileNotFoundException e) {
            return "a run that has just ended";
        }
    }

    /** A lock without a name is one whose holder was killed before it had written its own. */
    private static boolean isDead(String holder) throws IOException {
        if (holder.isEmpty()) {
            return true;
        }
        String prefix = host() + " process ";
        if (!holder.startsWith(prefix)) {
            return false;
        }
        String pid = holder.substring(prefix.length());
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static String host() throws IOException {
        return InetAddress.getLocalHost().getHostName();
    }

    @Override
    public void close() throws IOException {
        system.delete(path, false);
    }
}
