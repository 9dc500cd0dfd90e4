package io.midwater.app.input;

import io.midwater.config.InputConfig;
import io.midwater.config.MarketConfig;
import io.midwater.config.MidwaterConfig;
import io.midwater.config.SelectConfig;
import io.midwater.domain.InputKind;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputSource;
import java.util.Arrays;
import java.util.List;

/** The configuration as the feed wants it. */
public final class FeedSetup {
    private FeedSetup() {}

    /** Where the files of each kind are, and what their columns are called. */
    public static List<InputSource> sources(InputConfig input) {
        return Arrays.stream(InputKind.values())
                .filter(kind -> !input.paths().get(kind).isEmpty())
                .map(kind -> new InputSource(
                        kind, input.paths().get(kind), input.aliases().get(kind)))
                .toList();
    }

    /** How they are read, and which of their rows. */
    public static FeedOptions options(MidwaterConfig config) {
        InputConfig input = config.input();
        SelectConfig select = config.select();
        MarketConfig market = config.market();
        return new FeedOptions(
                new FeedOptions.Csv(
                        input.csv().delimiter(),
                        input.csv().quote(),
                        input.csv().maxLineBytes()),
                selection(select),
                new FeedOptions.Dates(
                        market.rules().zone(),
                        market.rules().rollover(),
                        market.rules().holidays(),
                        market.dateFromColumn()),
                input.fromNs(),
                input.toNs(),
                input.priceDecimals());
    }

    private static FeedOptions.Selection selection(SelectConfig select) {
        return new FeedOptions.Selection(
                select.securities().stream().mapToLong(Long::longValue).toArray(),
                select.from() == null
                        ? Integer.MIN_VALUE
                        : Math.toIntExact(select.from().toEpochDay()),
                select.to() == null
                        ? Integer.MAX_VALUE
                        : Math.toIntExact(select.to().toEpochDay()));
    }
}
