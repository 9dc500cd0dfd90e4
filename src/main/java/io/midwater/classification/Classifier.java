package io.midwater.classification;

import static io.midwater.domain.table.RowGroup.NULL;

import io.midwater.domain.Bucket;
import io.midwater.domain.ChangeReason;
import io.midwater.domain.FillClass;
import io.midwater.domain.OrderClasses;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.OrderKind;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Outcome;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeClass;
import io.midwater.domain.TradeLegs;
import java.math.BigInteger;

/** Tells each order of a slice its life and its names. */
public final class Classifier {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final Slice slice;
    private final ClassificationOptions options;
    private final LifeReducer reducer;

    public Classifier(Slice slice, ClassificationOptions options) {
        this.slice = slice;
        this.options = options;
        this.reducer = new LifeReducer(slice);
    }

    /** The life of an order, by its number in the slice's index. */
    public OrderLife life(int order) {
        return reducer.reduce(order);
    }

    public OrderClasses classes(OrderLife life) {
        boolean studied = population(life);
        boolean fresh = !life.carried() && !life.orphanStart();
        boolean filled = life.fillClass() == FillClass.FULL && life.lastReason() == ChangeReason.TRADED;
        boolean traded = false;
        boolean auction = false;
        OrderIndex index = slice.index();
        TradeLegs trades = slice.trades();
        for (int n = 0; n < index.legCount(life.order()); n++) {
            TradeClass tradeClass = trades.tradeClass(index.leg(life.order(), n));
            traded |= tradeClass.filled();
            auction |= tradeClass == TradeClass.AUCTION;
        }
        boolean rested = life.restQuantity() > 0;
        boolean inStudy = studied && fresh && !auction && rested;
        long timeOfDayNs = slice.calendar().localTimeOfDayNs(life.arrivalNs());
        return new OrderClasses(
                outcome(life),
                funnelStep(studied, fresh, filled, traded, !auction, rested),
                inStudy,
                inStudy && filled && traded,
                Bucket.find(options.sizeBuckets(), roundedUp(life.initialQuantity(), slice.quantityScale())),
                notionalBucket(life),
                Bucket.find(options.timeOfDayBuckets(), timeOfDayNs),
                (int) (timeOfDayNs / HOUR_NS));
    }

    private boolean population(OrderLife life) {
        return switch (options.population()) {
            case SWEEP -> life.kind() == OrderKind.SWEEP;
            case CENTRE_POINT -> life.kind().centrePoint();
            case ANY_TRADED -> life.matchedQuantity() > 0;
            case ALL -> true;
        };
    }

    private Outcome outcome(OrderLife life) {
        if (life.fillClass() != FillClass.FULL) {
            return Outcome.C_PARTIAL_NONE;
        }
        boolean immediate =
                life.completionNs() != NULL && life.completionNs() - life.arrivalNs() < options.immediateWithinNs();
        return immediate ? Outcome.A_IMMEDIATE_FULL : Outcome.B_EVENTUAL_FULL;
    }

    /** The number of the last step passed when the steps are asked in turn; −1 outside the population. */
    private static int funnelStep(boolean... steps) {
        int step = -1;
        while (step + 1 < steps.length && steps[step + 1]) {
            step++;
        }
        return step;
    }

    private String notionalBucket(OrderLife life) {
        if (life.limitPx() == NULL) {
            return null;
        }
        long scale = Math.multiplyExact(slice.priceScale(), slice.quantityScale());
        long high = Math.multiplyHigh(life.limitPx(), life.initialQuantity());
        long low = life.limitPx() * life.initialQuantity();
        long notional = high == 0 && low >= 0
                ? roundedUp(low, scale)
                : BigInteger.valueOf(life.limitPx())
                        .multiply(BigInteger.valueOf(life.initialQuantity()))
                        .add(BigInteger.valueOf(scale - 1))
                        .divide(BigInteger.valueOf(scale))
                        .min(BigInteger.valueOf(Long.MAX_VALUE))
                        .longValue();
        return Bucket.find(options.notionalBuckets(), notional);
    }

    /** A class up to 2,000 holds 2,000.00 and not 2,000.50: bounds are whole, so a rest counts as the next whole. */
    private static long roundedUp(long value, long scale) {
        return -Math.floorDiv(-value, scale);
    }
}
