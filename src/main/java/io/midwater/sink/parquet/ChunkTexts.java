package io.midwater.sink.parquet;

import java.util.function.IntFunction;

/** The bytes behind the ids of a chunk's dictionary. */
final class ChunkTexts {
    private byte[][] texts = new byte[0][];

    /** Fetches the bytes of every id; returns their plain size. */
    long load(ValueDictionary dictionary, IntFunction<byte[]> bytesOf) {
        int size = dictionary.size();
        if (texts.length < size) {
            texts = new byte[Math.max(size, 2 * texts.length)][];
        }
        long total = 0;
        for (int id = 0; id < size; id++) {
            texts[id] = bytesOf.apply((int) dictionary.value(id));
            total += 4 + texts[id].length;
        }
        return total;
    }

    byte[] bytes(int id) {
        return texts[id];
    }
}
