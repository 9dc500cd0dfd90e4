package io.midwater.slice;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.table.PackedColumn;

/** Whether a quote file covers a unit well enough to be used for it. */
final class QuoteDensity {
    /** Of so many order rows at most one may have no fresh quote. */
    private static final int ONE_IN = 5;

    private QuoteDensity() {}

    /**
     * True where for at least four fifths of the order rows the file has a quote that is strictly earlier and not older
     * than {@code maxAgeNs}.
     *
     * @param quoteTimes times of the file's quotes, in order
     */
    static boolean isDense(OrderEvents orders, PackedColumn quoteTimes, long maxAgeNs) {
        if (quoteTimes.rows() == 0) {
            return false;
        }
        long uncovered = 0;
        int next = 0;
        for (int row = 0; row < orders.count(); row++) {
            long time = orders.timestamp(row);
            while (next < quoteTimes.rows() && quoteTimes.get(next) < time) {
                next++;
            }
            if (next == 0 || time - quoteTimes.get(next - 1) > maxAgeNs) {
                uncovered++;
            }
        }
        return uncovered * ONE_IN <= orders.count();
    }
}
