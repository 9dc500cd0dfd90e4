package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.feed.DatedRows;
import io.midwater.feed.ParticipantRow;
import io.midwater.feed.ReferenceRow;
import io.midwater.feed.SmallFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What there is to say of reference data and participants: rows of later dates, and what is not followed. */
final class ReferenceWarnings {
    private static final int MOST_DECIMALS = 18;

    private ReferenceWarnings() {}

    /** @param quantityScale as configured */
    static List<String> of(RunManifest manifest, SmallFiles content, long quantityScale) {
        List<String> warnings = new ArrayList<>();
        reference(manifest.units(), content.reference(), quantityScale, warnings);
        participants(manifest.units(), content.participants(), warnings);
        return warnings;
    }

    private static void reference(
            List<RunManifest.Unit> units, DatedRows<ReferenceRow> rows, long quantityScale, List<String> warnings) {
        long later = 0;
        Set<Long> otherScale = new TreeSet<>();
        for (RunManifest.Unit unit : units) {
            int day = Math.toIntExact(unit.unit().date().toEpochDay());
            later += rows.onlyLater(unit.securityCode(), day) ? 1 : 0;
            ReferenceRow row = rows.find(unit.securityCode(), day);
            if (row != null && disagrees(row.decimalsInQuantity(), quantityScale)) {
                otherScale.add(unit.securityCode());
            }
        }
        if (later > 0) {
            warnings.add("input.reference: " + later + " of " + units.size()
                    + " security-days have only rows of later dates; the latest of these are used");
        }
        if (!otherScale.isEmpty()) {
            warnings.add("input.reference: DecimalsInQuantity and market.quantity-scale " + quantityScale
                    + " disagree on " + otherScale.size() + " of the securities, the first is "
                    + otherScale.iterator().next() + "; the setting is used");
        }
    }

    private static boolean disagrees(Long decimals, long quantityScale) {
        if (decimals == null || decimals < 0 || decimals > MOST_DECIMALS) {
            return false;
        }
        long scale = 1;
        for (long i = 0; i < decimals; i++) {
            scale *= 10;
        }
        return scale != quantityScale;
    }

    /** Their names are those in force on the last business date. */
    private static void participants(
            List<RunManifest.Unit> units, DatedRows<ParticipantRow> rows, List<String> warnings) {
        units.stream().map(RunManifest.Unit::date).max(String::compareTo).ifPresent(last -> {
            long later = rows.onlyLater(Math.toIntExact(LocalDate.parse(last).toEpochDay()));
            if (later > 0) {
                warnings.add("input.participants: " + later + " of " + rows.size() + " ids have only rows dated after "
                        + last + ", the last business date; the latest of these are used");
            }
        });
    }
}
