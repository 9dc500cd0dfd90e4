package io.midwater.slice;

import io.midwater.domain.OrderEvents;
import io.midwater.domain.QuoteState;
import io.midwater.domain.table.PackedColumn;
import io.midwater.domain.table.PackedRows;

/** Whether a quote file covers a unit well enough to be used for it. */
final class QuoteDensity {
    /** Of so many order rows at most one may have no fresh quote. */
    private static final int ONE_IN = 5;

    private QuoteDensity() {}

    /**
     * True where at least four fifths of the order rows meet a quote of the file: its newest strictly earlier row has a
     * bid and an offer that are not crossed, and is not older than {@code maxAgeNs}.
     *
     * @param quotes rows of the quote file, in order
     */
    static boolean isDense(OrderEvents orders, PackedRows quotes, long maxAgeNs) {
        if (quotes.rows() == 0) {
            return false;
        }
        PackedColumn time = quotes.column("timestamp");
        PackedColumn bid = quotes.column("bidprice");
        PackedColumn offer = quotes.column("offerprice");
        long uncovered = 0;
        int next = 0;
        for (int row = 0; row < orders.count(); row++) {
            long at = orders.timestamp(row);
            while (next < quotes.rows() && time.get(next) < at) {
                next++;
            }
            int last = next - 1;
            if (last < 0
                    || at - time.get(last) > maxAgeNs
                    || !QuoteState.of(bid.get(last), offer.get(last)).usable()) {
                uncovered++;
            }
        }
        return uncovered * ONE_IN <= orders.count();
    }
}
