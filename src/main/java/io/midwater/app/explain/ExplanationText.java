package io.midwater.app.explain;

import java.io.PrintWriter;
import java.util.List;

/** Prints an explanation for people. */
public final class ExplanationText {
    private final PrintWriter out;

    /** @param out is flushed after each explanation */
    public ExplanationText(PrintWriter out) {
        this.out = out;
    }

    /** Day by day: the picture, then the tables. */
    public void print(Explanation explanation) {
        for (Explanation.Day day : explanation.days()) {
            out.println("Order " + explanation.orderId() + ", security " + day.securityCode() + ", " + day.date());
            out.println();
            day.timeline().forEach(out::println);
            for (Explanation.Section section : day.sections()) {
                out.println();
                out.println(section.title());
                print(section);
            }
            out.println();
        }
        out.flush();
    }

    private void print(Explanation.Section section) {
        if (section.rows().isEmpty()) {
            out.println("  none");
            return;
        }
        int[] widths = new int[section.columns().size()];
        measure(section.columns(), widths);
        section.rows().forEach(row -> measure(row, widths));
        line(section.columns(), widths);
        section.rows().forEach(row -> line(row, widths));
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private void line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append("  ")
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()));
        }
        out.println(line.toString().stripTrailing());
    }
}
