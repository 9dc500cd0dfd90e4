package io.midwater.report;

import java.util.List;

/** A piece of a section. */
sealed interface Block {
    record Prose(String text) implements Block {}

    record Points(List<String> points) implements Block {
        public Points {
            points = points.stream().map(Format::together).toList();
        }
    }

    record Tiles(List<Tile> tiles) implements Block {}

    /** @param folded closed at first; always open in print */
    record Grid(Table table, boolean folded) implements Block {}

    /** Charts beside each other where there is room. */
    record Charts(List<Picture> pictures) implements Block {}

    /** Lines to sign on. */
    record Signatures(List<String> roles) implements Block {}

    /**
     * A headline figure.
     *
     * @param detail n, interval
     */
    record Tile(String label, Cell value, String unit, String detail) {
        public Tile {
            unit = Format.together(unit);
            detail = Format.together(detail);
        }
    }

    /**
     * A chart and its table.
     *
     * @param wide, narrow the same picture as SVG for two widths of screen; null where it cannot be drawn
     * @param absent why it is not drawn
     */
    record Picture(
            String title, String unit, String description, String wide, String narrow, String absent, Table table) {}
}
