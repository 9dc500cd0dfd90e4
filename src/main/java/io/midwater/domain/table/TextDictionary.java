package io.midwater.domain.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct texts of one column, numbered by first appearance. */
public final class TextDictionary {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    /** Up to where the texts are in the map: as far as one was looked for. */
    private int indexed;

    public int size() {
        return texts.size();
    }

    public String text(int index) {
        return texts.get(index);
    }

    /** The index of a text, added when it is new. */
    public int indexOf(String text) {
        for (; indexed < texts.size(); indexed++) {
            indexes.putIfAbsent(texts.get(indexed), indexed);
        }
        Integer known = indexes.get(text);
        return known != null ? known : add(text);
    }

    /** Adds a text without a look at the others and returns its index; a text added twice has two, and the first counts. */
    public int add(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    public void clear() {
        texts.clear();
        indexes.clear();
        indexed = 0;
    }
}
