package io.midwater.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A gzip file compressed on a thread of its own, in the order of the writes. */
final class CompressedOutput extends OutputStream {
    private static final int WAITING_CHUNKS = 16;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(WAITING_CHUNKS);
    private final Thread worker;
    private volatile Throwable failure;

    CompressedOutput(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        OutputStream file = Files.newOutputStream(path);
        worker = new Thread(() -> compress(file), "midwater-generate-compress");
        worker.setDaemon(true);
        worker.start();
    }

    private void compress(OutputStream file) {
        try (OutputStream out = new FastGzip(file)) {
            for (byte[] chunk = chunks.take(); chunk != END; chunk = chunks.take()) {
                if (failure == null) {
                    writeChunk(out, chunk);
                }
            }
        } catch (IOException | InterruptedException e) {
            failure = e;
        }
    }

    private void writeChunk(OutputStream out, byte[] chunk) {
        try {
            out.write(chunk);
        } catch (IOException e) {
            // Keeps emptying the queue, so that the writer sees the failure instead of waiting for ever.
            failure = e;
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            hand(Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }

    private void hand(byte[] chunk) throws IOException {
        throwFailure();
        try {
            chunks.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        }
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw new IOException("cannot compress", failure);
        }
    }

    @Override
    public void close() throws IOException {
        hand(END);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while closing", e);
        }
        throwFailure();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
