package io.midwater.app;

import io.midwater.feed.Census;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.StringJoiner;

/** Prints what is in a file for people: a few lines. */
final class CensusText {
    private final PrintWriter out;

    CensusText(PrintWriter out) {
        this.out = out;
    }

    void print(Census file) {
        out.println(file.path());
        if (file.error() == null) {
            printContent(file);
        } else {
            line("cannot be used", file.error());
        }
        out.println();
    }

    private void printContent(Census file) {
        line("kind", file.kind().label());
        StringJoiner names = new StringJoiner(", ");
        file.columns().forEach((column, name) -> names.add(column.equals(name) ? name : name + " → " + column));
        line("columns", names.toString());
        if (!file.unknown().isEmpty()) {
            line("ignored", String.join(", ", file.unknown()));
        }
        line("rows", number(file.rows()));
        line("accepted", number(file.accepted()));
        if (file.kind().sliced()) {
            line("securities", file.securities() + " × " + file.dates() + " dates");
            line("dates", file.firstDate() == null ? "none" : file.firstDate() + " to " + file.lastDate());
        }
        defect("blank lines", file.blank());
        defect("rejected", file.rejected());
        file.reasons().forEach((reason, count) -> defect("  " + reason, count));
        defect("duplicates", file.duplicates());
        defect("crossed quotes", file.crossedQuotes());
        defect("no quote", file.missingQuotes());
        defect("invalid UTF-8", file.replacedTexts());
        defect("other date than the clock's", file.dateDisagreements());
        defect("leaves above quantity", file.leavesAboveQuantity());
    }

    private void defect(String name, long count) {
        if (count > 0) {
            line(name, number(count));
        }
    }

    private void line(String name, String value) {
        out.println("  " + name + ": " + value);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
