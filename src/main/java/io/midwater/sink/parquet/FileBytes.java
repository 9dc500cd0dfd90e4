package io.midwater.sink.parquet;

import java.io.IOException;

/** A file that can be read at any place. */
public interface FileBytes {
    long length();

    /** Reads so many bytes into the front of a buffer, all of them or none. */
    void read(long position, byte[] into, int count) throws IOException;
}
