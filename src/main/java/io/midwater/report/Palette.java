package io.midwater.report;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours that charts are drawn in. Each stands for a variable of the style sheet, which has a value for light paper
 * and one for a dark screen: all colours of series are of the palette of M. Okabe and K. Ito, "Color Universal Design",
 * 2008, on the dark screen with yellow for its dark blue. People with any form of colour blindness can tell them apart;
 * lines differ in their dashes too.
 */
final class Palette {
    static final Color INK = new Color(1, 0, 0);
    static final Color GRID = new Color(2, 0, 0);
    static final Color ZERO = new Color(3, 0, 0);
    static final Color REST = new Color(4, 0, 0);
    static final int SERIES = 6;

    private static final int FIRST_SERIES = 10;

    private Palette() {}

    static Color series(int number) {
        return new Color(FIRST_SERIES + number % SERIES, 0, 0);
    }

    /** From how a colour is written in SVG to what the page wants there. */
    static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(written(INK), "var(--chart-ink)");
        variables.put(written(GRID), "var(--chart-grid)");
        variables.put(written(ZERO), "var(--chart-zero)");
        variables.put(written(REST), "var(--series-rest)");
        for (int i = 0; i < SERIES; i++) {
            variables.put(written(series(i)), "var(--series-" + (i + 1) + ")");
        }
        return variables;
    }

    private static String written(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }
}
