package io.midwater.sink;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Keeps two runs out of one output. The lock of a process of this host that no longer lives is taken over, by one taker
 * however many there are: a dead lock is removed only by who holds the lock on its removal, and only after another look at
 * it. That lock is one like the first, so a taker that dies is taken over in turn.
 */
public final class OutputLock implements Closeable {
    private static final String TAKEOVER = ".takeover";
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
        Path path = layout.lock();
        FileSystem system = path.getFileSystem(configuration);
        system.mkdirs(layout.root());
        return acquire(system, Storage.of(configuration, layout.root()), path);
    }

    private static OutputLock acquire(FileSystem system, Storage storage, Path path) throws IOException {
        if (create(storage, path)) {
            return new OutputLock(system, path);
        }
        if (isThereAndDead(system, path)) {
            try (OutputLock ignored = acquire(system, storage, path.suffix(TAKEOVER))) {
                // Since the first look another taker may have come and gone, and this be its lock.
                if (isThereAndDead(system, path)) {
                    system.delete(path, false);
                }
                return createdNow(system, storage, path);
            }
        }
        return createdNow(system, storage, path);
    }

    /** A lock on what was free a moment ago. */
    private static OutputLock createdNow(FileSystem system, Storage storage, Path path) throws IOException {
        if (!create(storage, path)) {
            throw held(path, holder(system, path));
        }
        return new OutputLock(system, path);
    }

    private static boolean create(Storage storage, Path path) throws IOException {
        String self = host() + " process " + ProcessHandle.current().pid();
        return storage.createNew(path, self.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return false where there is no lock any more: then nothing may be deleted, for the next one there is alive
     * @throws LockHeldException if its holder lives, or may live
     */
    private static boolean isThereAndDead(FileSystem system, Path path) throws IOException {
        String holder = holder(system, path);
        for (int wait = 0; wait < EMPTY_WAITS && holder != null && holder.isEmpty(); wait++) {
            pause();
            holder = holder(system, path);
        }
        if (holder != null && !isDead(holder)) {
            throw held(path, holder);
        }
        return holder != null;
    }

    private static LockHeldException held(Path path, String holder) {
        return new LockHeldException(path.getParent() + " is in use by "
                + (holder == null ? "a run that has just ended" : holder) + ". If that run is no more, delete " + path
                + " and run again");
    }

    private static void pause() {
        try {
            Thread.sleep(EMPTY_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who is named in a lock; null where there is none any more. */
    private static String holder(FileSystem system, Path path) throws IOException {
        try (FSDataInputStream in = system.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (FileNotFoundException e) {
            return null;
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

    /** The name of this machine. */
    public static String host() throws IOException {
        return InetAddress.getLocalHost().getHostName();
    }

    @Override
    public void close() throws IOException {
        system.delete(path, false);
    }
}
