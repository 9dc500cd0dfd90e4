package io.midwater.report;

import java.util.List;

/** @param id anchor */
record Section(String id, String title, List<Block> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }
}
