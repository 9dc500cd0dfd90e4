package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {
    private static final int TAKERS = 8;
    private static final int ROUNDS = 150;

    @TempDir
    private Path folder;

    private final Configuration configuration = new Configuration();

    private OutputLock acquire() throws IOException {
        return OutputLock.acquire(configuration, new OutputLayout(new org.apache.hadoop.fs.Path(folder.toUri())));
    }

    private static String host() throws IOException {
        return InetAddress.getLocalHost().getHostName();
    }

    /** A process that has been, and is no more. */
    private static String dead() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return host() + " process " + process.pid();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whoHoldsItIsNamedAndItGoesWithTheHolder() throws IOException {
        try (OutputLock held = acquire()) {
            assertThat(held).isNotNull();
            assertThat(folder.resolve(".lock"))
                    .hasContent(host() + " process " + ProcessHandle.current().pid());
            assertThatThrownBy(this::acquire)
                    .isInstanceOf(LockHeldException.class)
                    .hasMessage("file:" + folder + " is in use by " + host() + " process "
                            + ProcessHandle.current().pid() + ". If that run is no more, delete file:"
                            + folder.resolve(".lock") + " and run again");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void anotherHostIsNotTakenOver() throws IOException {
        Files.writeString(folder.resolve(".lock"), "elsewhere process 1");

        assertThatThrownBy(this::acquire).hasMessageContaining("is in use by elsewhere process 1");

        assertThat(folder.resolve(".lock")).hasContent("elsewhere process 1");
    }

    /** Whoever looks at one dead lock at one time: one gets it. Each round begins with a new one. */
    @Test
    void ofManyTakersOneGetsADeadLock() throws Exception {
        String dead = dead();
        ExecutorService takers = Executors.newFixedThreadPool(TAKERS);
        CyclicBarrier together = new CyclicBarrier(TAKERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Files.writeString(folder.resolve(".lock"), dead);
                List<Future<OutputLock>> answers = new ArrayList<>();
                for (int taker = 0; taker < TAKERS; taker++) {
                    answers.add(takers.submit(() -> {
                        together.await();
                        try {
                            return acquire();
                        } catch (LockHeldException e) {
                            return null;
                        }
                    }));
                }
                List<OutputLock> got = new ArrayList<>();
                for (Future<OutputLock> answer : answers) {
                    OutputLock lock = answer.get(30, TimeUnit.SECONDS);
                    if (lock != null) {
                        got.add(lock);
                    }
                }
                assertThat(got).as("round " + round).hasSize(1);
                assertThat(files()).containsExactly(".lock");
                got.get(0).close();
            }
        } finally {
            takers.shutdownNow();
        }
    }

    @Test
    void aTakerThatDiedIsTakenOverToo() throws Exception {
        Files.writeString(folder.resolve(".lock"), dead());
        Files.writeString(folder.resolve(".lock.takeover"), dead());

        acquire().close();

        assertThat(files()).isEmpty();
    }

    @Test
    void aTakerAtWorkIsLeftAlone() throws Exception {
        String taken = dead();
        Files.writeString(folder.resolve(".lock"), taken);
        Files.writeString(folder.resolve(".lock.takeover"), "elsewhere process 2");

        assertThatThrownBy(this::acquire)
                .isInstanceOf(LockHeldException.class)
                .hasMessageContaining("in use by elsewhere process 2")
                .hasMessageContaining("delete file:" + folder.resolve(".lock.takeover"));

        assertThat(folder.resolve(".lock")).hasContent(taken);
    }

    @Test
    void aLockWithoutANameIsDead() throws IOException {
        Files.writeString(folder.resolve(".lock"), "");

        acquire().close();

        assertThat(files()).isEmpty();
    }
}
