package io.midwater.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Numbers beside an axis: as few digits as they have, thousands as k, millions as m. */
final class AxisFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 6;

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        if (Math.abs(number) >= 10_000) {
            return to.append(Format.compact(number).replaceFirst("\\.0+(?=\\D)", ""));
        }
        String text = String.format(Locale.ROOT, "%." + MOST_DIGITS + "f", number);
        text = text.replaceFirst("\\.?0+$", "");
        return to.append(text.isEmpty() || text.equals("-0") ? "0" : text.replace("-", "\u2212"));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("axis labels are not read back");
    }
}
