package io.midwater.benchmark;

import java.nio.file.Path;

/** One program that answers a query on an orders file, again and again in one JVM. */
public interface Peer extends AutoCloseable {
    /**
     * Answers once.
     *
     * @param output folder that does not exist yet; queries that write no files leave it alone
     * @return what was found, to be compared with the other peers' answers
     */
    String run(Path output) throws Exception;

    @Override
    default void close() throws Exception {}
}
