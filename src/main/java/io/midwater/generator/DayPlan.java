package io.midwater.generator;

/** When an order is amended and ends; waiting times scale with the pace of the market, so that its density does not matter. */
final class DayPlan {
    private static final Quantiles PATIENCE =
            new Quantiles(new double[] {0, 0.25, 0.5, 0.75, 1}, new double[] {0.5, 12, 80, 450, 3_000});
    private static final double AMENDED = 0.19;
    private static final long MINUTE = 60 * SessionTimes.SECOND;
    static final long NEVER = Long.MAX_VALUE;

    private final RandomStream random;
    private final SessionTimes times;
    private final double spacing;

    /** @param arrivals expected arrivals of the day */
    DayPlan(RandomStream random, SessionTimes times, long arrivals) {
        this.random = random;
        this.times = times;
        spacing = (double) (times.preClose - times.open) / Math.max(50, arrivals);
    }

    /** Plans the rest of an order that has come to rest. */
    void plan(LiveOrder order, long now) {
        order.endTime = Math.min(now, times.close) + (long) (PATIENCE.draw(random) * spacing) + 1;
        if (now < times.open) {
            order.endTime = Math.max(order.endTime, times.open) + (long) (PATIENCE.draw(random) * spacing);
        }
        long lastCall = times.preClose - 5 * MINUTE;
        if (order.endTime > lastCall) {
            order.endTime = random.chance(0.1) ? NEVER : lastCall + (long) (random.unit() * 25 * MINUTE);
        }
        if (order.endTime <= now || Validity.isLong(order.validity) && random.chance(0.5)) {
            order.endTime = NEVER;
        }
        order.endReason = drawEnd();
        order.amendmentsLeft = random.chance(AMENDED) ? 1 : 0;
    }

    private int drawEnd() {
        double end = random.unit();
        if (end < 0.925) {
            return Reason.CANCELLED_BY_USER;
        }
        if (end < 0.93) {
            return Reason.CANCELLED_ON_BEHALF;
        }
        if (end < 0.994) {
            return Reason.CANCELLED_BY_SYSTEM;
        }
        return end < 0.997 ? Reason.PRICE_LIMIT_CANCEL : Reason.INACTIVATED;
    }

    /** When the order's next action is due; NEVER for none. */
    long nextAction(LiveOrder order, long now) {
        if (order.amendmentsLeft == 0) {
            return order.endTime;
        }
        long until = Math.min(order.endTime, times.preClose + 5 * MINUTE);
        if (until <= now) {
            order.amendmentsLeft = 0;
            return order.endTime;
        }
        return now + 1 + (long) (random.unit() * (until - now - 1));
    }
}
