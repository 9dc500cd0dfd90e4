package io.midwater.feed;

import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.domain.ValueKind;
import java.util.Arrays;
import java.util.List;

/** Which field of a row holds what, in arrays for the inner loop. Fields are −1 where the file has no such column. */
final class ColumnPlan {
    final int fields;
    final int columns;
    final int securityColumn;
    final int timeColumn;
    final int dateColumn;
    /** True where the date is checked like any other but kept as text. */
    final boolean dateIsText;

    final int securityField;
    final int timeField;
    /** The field that every row must fill with a date or leave empty. */
    final int dateField;

    /** Fields behind the date where that is closer than the line's start; −1 elsewhere. */
    final int dateFromEnd;

    /** The other columns of the file: position in the kind, field, kind of value, whether it must have one. */
    final int[] column;

    final int[] field;
    final ValueKind[] kind;
    final boolean[] required;
    /** Up to which value plain digits are the value itself; −1 where they never are. */
    final long[] plainLimit;

    private final InputKind input;

    /** @param priceDecimals decimals that price columns carry */
    ColumnPlan(InputKind input, HeaderMapping header, int priceDecimals) {
        this.input = input;
        List<Integer> positions = header.positions();
        fields = header.fields();
        columns = positions.size();
        securityColumn = input.securityColumn();
        timeColumn = input.timeColumn();
        dateColumn = input.dateColumn();
        dateIsText = input.columns().get(dateColumn).kind() == ValueKind.TEXT;
        securityField = securityColumn < 0 ? -1 : positions.get(securityColumn);
        timeField = timeColumn < 0 ? -1 : positions.get(timeColumn);
        dateField = positions.get(dateColumn);
        boolean late = dateField > Math.max(securityField, timeField) && fields - 1 - dateField <= 2;
        dateFromEnd = late ? fields - 1 - dateField : -1;
        int[] others = new int[columns];
        int size = 0;
        for (int i = 0; i < columns; i++) {
            boolean early = i == securityColumn || i == timeColumn || i == dateColumn && !dateIsText;
            if (!early && positions.get(i) >= 0) {
                others[size++] = i;
            }
        }
        column = Arrays.copyOf(others, size);
        field = new int[size];
        kind = new ValueKind[size];
        required = new boolean[size];
        plainLimit = new long[size];
        for (int i = 0; i < size; i++) {
            InputColumn spec = input.columns().get(column[i]);
            field[i] = positions.get(column[i]);
            kind[i] = spec.kind();
            required[i] = spec.valueRequired();
            plainLimit[i] = plainLimit(spec.kind(), priceDecimals);
        }
    }

    private static long plainLimit(ValueKind kind, int priceDecimals) {
        return switch (kind) {
            case ID, QUANTITY, INTEGER, TIMESTAMP, SECURITY -> Long.MAX_VALUE;
            case CODE -> Integer.MAX_VALUE;
            case PRICE, QUOTE_PRICE -> priceDecimals == 0 ? Long.MAX_VALUE : -1;
            case SIDE, TEXT, DATE -> -1;
        };
    }

    /** Number of delimiters to note so that security and time can be found, and the date where it is not near the end. */
    int early() {
        int last = Math.max(securityField, timeField);
        return Math.min(fields - 1, Math.max(last, dateFromEnd < 0 ? dateField : -1) + 1);
    }

    String name(int columnInKind) {
        return input.columns().get(columnInKind).name();
    }
}
