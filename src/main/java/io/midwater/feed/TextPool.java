package io.midwater.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The texts met so far, numbered: a text that was seen before costs no object. Cleared when full. */
final class TextPool {
    private static final int MOST_TEXTS = 1 << 16;
    private static final int MOST_BYTES = 1 << 23;

    private final List<byte[]> keys = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean[] replaced = new boolean[256];
    /** One more than the number of a text, 0 for a free place; the length is a power of two. */
    private int[] places = new int[1024];

    private long bytes;

    /** The number of a text. */
    int number(byte[] line, int from, int to) {
        int place = hash(line, from, to) & places.length - 1;
        while (places[place] != 0) {
            byte[] key = keys.get(places[place] - 1);
            if (Arrays.equals(key, 0, key.length, line, from, to)) {
                return places[place] - 1;
            }
            place = place + 1 & places.length - 1;
        }
        places[place] = keys.size() + 1;
        return add(Arrays.copyOfRange(line, from, to));
    }

    private int add(byte[] key) {
        int number = keys.size();
        keys.add(key);
        bytes += key.length;
        if (number == replaced.length) {
            replaced = Arrays.copyOf(replaced, 2 * number);
        }
        replaced[number] = !wellFormed(key);
        texts.add(new String(key, StandardCharsets.UTF_8));
        if (2 * keys.size() > places.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        places = new int[2 * places.length];
        for (int i = 0; i < keys.size(); i++) {
            byte[] key = keys.get(i);
            int place = hash(key, 0, key.length) & places.length - 1;
            while (places[place] != 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = i + 1;
        }
    }

    private static boolean wellFormed(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return decodes(text);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] text) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int hash(byte[] line, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + line[i];
        }
        return hash * 0x9E3779B9 >>> 7;
    }

    String text(int number) {
        return texts.get(number);
    }

    /** True where bytes that are no UTF-8 became the replacement character. */
    boolean replaced(int number) {
        return replaced[number];
    }

    int size() {
        return keys.size();
    }

    /** True when it is time to {@link #clear}; what was numbered before must have been written out by then. */
    boolean full() {
        return keys.size() >= MOST_TEXTS || bytes >= MOST_BYTES;
    }

    void clear() {
        keys.clear();
        texts.clear();
        Arrays.fill(places, 0);
        bytes = 0;
    }
}
