package io.midwater.metrics;

import static io.midwater.domain.table.Units.FRACTION;
import static io.midwater.domain.table.Units.SHARES;

import io.midwater.domain.FillSums;
import io.midwater.domain.table.Table.DoubleColumn;
import io.midwater.domain.table.Table.LongColumn;
import io.midwater.domain.table.Table.TextColumn;

/** Where it traded. */
final class VenueMetrics implements MetricFamily {
    private final TextColumn venue;
    private final LongColumn darkQuantity;
    private final LongColumn litQuantity;
    private final LongColumn auctionQuantity;
    private final LongColumn bookedQuantity;
    private final LongColumn reportedQuantity;
    private final DoubleColumn darkRatio;
    private final DoubleColumn litRatio;
    private final DoubleColumn auctionRatio;

    private enum Venue {
        NONE,
        DARK,
        LIT,
        BOTH;

        static Venue of(FillSums sums) {
            boolean lit = sums.litQuantity() > 0;
            if (sums.darkQuantity() > 0) {
                return lit ? BOTH : DARK;
            }
            return lit ? LIT : NONE;
        }
    }

    VenueMetrics(MetricsTable table) {
        venue = table.text("venue", "where it traded continuously: DARK, LIT, BOTH or NONE");
        darkQuantity = table.whole("dark_quantity", SHARES, "Centre Point legs");
        litQuantity = table.whole("lit_quantity", SHARES, "continuous lit legs");
        auctionQuantity = table.whole("auction_quantity", SHARES, "auction legs");
        bookedQuantity = table.whole("booked_quantity", SHARES, "booked crossings: filled, no market trade");
        reportedQuantity = table.whole("reported_quantity", SHARES, "reported off the market: not filled");
        darkRatio = table.real("dark_ratio", FRACTION, "dark_quantity / traded_quantity; null without fills");
        litRatio = table.real("lit_ratio", FRACTION, "lit_quantity / traded_quantity; null without fills");
        auctionRatio = table.real("auction_ratio", FRACTION, "auction_quantity / traded_quantity; null without fills");
    }

    @Override
    public void add(MeasuredOrder order) {
        FillSums sums = order.sums();
        venue.append(Venue.of(sums));
        darkQuantity.append(sums.darkQuantity());
        litQuantity.append(sums.litQuantity());
        auctionQuantity.append(sums.auctionQuantity());
        bookedQuantity.append(sums.bookedQuantity());
        reportedQuantity.append(sums.reportedQuantity());
        darkRatio.append(Quotient.of(sums.darkQuantity(), sums.quantity()));
        litRatio.append(Quotient.of(sums.litQuantity(), sums.quantity()));
        auctionRatio.append(Quotient.of(sums.auctionQuantity(), sums.quantity()));
    }
}
