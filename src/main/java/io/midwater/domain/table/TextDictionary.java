package io.midwater.domain.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct texts of one column, numbered by first appearance. */
public final class TextDictionary {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    public int size() {
        return texts.size();
    }

    public String text(int index) {
        return texts.get(index);
    }

    /** The index of a text, added when it is new. */
    public int indexOf(String text) {
        Integer known = indexes.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        indexes.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    public void clear() {
        texts.clear();
        indexes.clear();
    }
}
