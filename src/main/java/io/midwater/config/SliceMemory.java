package io.midwater.config;

import java.io.Serializable;

/**
 * A bound on memory: a size, or a share of the heap.
 *
 * @param bytes the size, or 0 when the share decides
 * @param heapPercent the share, 1 to 100, or 0 when the size decides
 */
public record SliceMemory(long bytes, int heapPercent) implements Serializable {

    /** "25%" or "2g". */
    static SliceMemory parse(String text) {
        String stripped = text.strip();
        if (stripped.endsWith("%")) {
            String percent = stripped.substring(0, stripped.length() - 1).strip();
            return new SliceMemory(0, (int) NumberText.whole(percent, 1, 100));
        }
        return new SliceMemory(NumberText.whole(String.valueOf(ByteSize.parse(stripped)), 1 << 20, Long.MAX_VALUE), 0);
    }

    /** The bound in a process with this heap. */
    public long limit(long heapBytes) {
        return bytes > 0 ? bytes : heapBytes / 100 * heapPercent;
    }

    @Override
    public String toString() {
        return bytes > 0 ? String.valueOf(bytes) : heapPercent + "%";
    }
}
