package io.midwater.app;

import io.midwater.control.RunManifest;
import io.midwater.control.ScaleChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is to say where reference data and configuration disagree on prices: one line for each security. */
final class ScaleWarnings {
    private static final int MOST = 10;

    private ScaleWarnings() {}

    static List<String> of(RunManifest manifest, long configured) {
        Map<Long, List<ScaleChoice>> bySecurity = new TreeMap<>();
        for (RunManifest.Unit unit : manifest.units()) {
            if (unit.priceScale() != null) {
                bySecurity
                        .computeIfAbsent(unit.securityCode(), code -> new ArrayList<>())
                        .add(unit.priceScale());
            }
        }
        List<String> lines = new ArrayList<>();
        bySecurity.forEach((security, choices) -> {
            if (lines.size() < MOST) {
                lines.add(line(security, choices, configured));
            }
        });
        if (bySecurity.size() > MOST) {
            lines.add(bySecurity.size() - MOST + " more securities; all in manifest.json as price_scale");
        }
        return lines;
    }

    private static String line(long security, List<ScaleChoice> choices, long configured) {
        ScaleChoice last = choices.get(choices.size() - 1);
        long confirmed = choices.stream().filter(ScaleChoice::confirmed).count();
        String both = "security " + security + ": reference data imply " + last.implied()
                + " price units per currency unit, market.price-scale is " + configured + "; ";
        if (confirmed == choices.size()) {
            return both + "its prices confirm that (" + last.row() + "): " + last.implied() + " was used on "
                    + dates(confirmed);
        }
        String why = "its prices do not confirm that (" + last.row() + "): " + configured + " was used on "
                + dates(choices.size() - confirmed);
        String also = confirmed == 0 ? "" : " and " + last.implied() + " on the other " + dates(confirmed);
        return both + why + also + ". Correct DecimalsInPrice, CurrencyUnit and CurrencyRelation, or the setting";
    }

    private static String dates(long count) {
        return count + (count == 1 ? " date" : " dates");
    }
}
