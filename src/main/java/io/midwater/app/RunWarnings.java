package io.midwater.app;

import io.midwater.app.input.SmallInputs;
import io.midwater.config.MidwaterConfig;
import io.midwater.config.SelectConfig;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.ScaleChoice;
import io.midwater.domain.MarketRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is worth looking at in a run that ends well, and in its output. */
final class RunWarnings {
    private static final int MOST_SECURITIES = 10;

    private RunWarnings() {}

    /** Of a run that did something. */
    static List<String> ofRun(MidwaterConfig config, Outcomes outcomes, Reconciliation books) {
        List<String> warnings = new ArrayList<>();
        if (outcomes.stop() == Outcomes.Stop.FAILED_UNITS) {
            warnings.add("stopped: " + books.unitsFailed() + " failed units are more than run.max-failed-units = "
                    + config.run().maxFailedUnits()
                    + " allows; units that were not tried are neither done nor failed. Mend the cause or raise the limit,"
                    + " and run again to do them");
        }
        SelectConfig select = config.select();
        boolean cut = !select.participants().isEmpty() || select.hoursFrom() != null || select.hoursTo() != null;
        if (cut && books.unitsDone() > 0 && books.sums().orders() == 0) {
            warnings.add("no order is left by select.participants and select.trading-hours: the analysis is empty, the"
                    + " tables orders and trades are not");
        }
        return warnings;
    }

    /** Of an output, whichever run made it. */
    static List<String> ofOutput(MidwaterConfig config, RunManifest manifest, SmallInputs small) {
        MarketRules rules = config.market().rules();
        List<String> warnings = new ArrayList<>(ReferenceWarnings.of(manifest, small.content(), rules.quantityScale()));
        warnings.addAll(scales(manifest, rules.priceScale()));
        return warnings;
    }

    /** Where reference data and configuration disagree on prices: one line for each security. */
    private static List<String> scales(RunManifest manifest, long configured) {
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
            if (lines.size() < MOST_SECURITIES) {
                lines.add(line(security, choices, configured));
            }
        });
        if (bySecurity.size() > MOST_SECURITIES) {
            lines.add(bySecurity.size() - MOST_SECURITIES + " more securities; all in manifest.json as price_scale");
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
