package io.midwater.app.unit;

import io.midwater.config.MidwaterConfig;
import io.midwater.control.ScaleChoice;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.Slice;
import io.midwater.domain.table.RowGroup;
import io.midwater.feed.DatedRows;
import io.midwater.feed.ReferenceScale;
import io.midwater.feed.SmallFiles;
import java.io.Serializable;

/**
 * The price scale of every unit: {@code market.price-scale}, unless the unit's reference row implies another and the
 * unit's own prices confirm it. They do where the row states a band of prices in currency (PriceLimitLower and
 * PriceLimitUpper, or half to double its ReferencePrice) and their {@link MedianPrice} lies in it at the row's scale and
 * outside of it at the configured one. A row that nothing confirms changes nothing.
 */
public final class PriceScales implements Serializable {
    private static final long serialVersionUID = 1;

    private final long configured;
    /** Of the securities of which some row disagrees. */
    private final DatedRows<ReferenceScale> rows;

    private PriceScales(long configured, DatedRows<ReferenceScale> rows) {
        this.configured = configured;
        this.rows = rows;
    }

    /** What the reference files say. */
    public static PriceScales of(SmallFiles files, MidwaterConfig config) {
        long configured = config.market().rules().priceScale();
        return new PriceScales(
                configured,
                files.reference()
                        .map(
                                row -> ReferenceScale.of(row, config.input().priceDecimals()),
                                scale -> scale != null && scale.scale() != configured));
    }

    /** What the unit's reference row says, where it disagrees; else null. */
    public String disagreement(SecurityDay unit) {
        ReferenceScale row = disagreeing(unit);
        return row == null ? null : text(unit, row);
    }

    private String text(SecurityDay unit, ReferenceScale row) {
        boolean later =
                rows.onlyLater(unit.securityCode(), Math.toIntExact(unit.date().toEpochDay()));
        return row.text() + (later ? ", in a row of a later date" : "");
    }

    private ReferenceScale disagreeing(SecurityDay unit) {
        ReferenceScale row =
                rows.find(unit.securityCode(), Math.toIntExact(unit.date().toEpochDay()));
        return row == null || row.scale() == configured ? null : row;
    }

    /** The choice for a unit; null where there is none to make. */
    ScaleChoice choose(SecurityDay unit, Slice slice) {
        ReferenceScale row = disagreeing(unit);
        if (row == null) {
            return null;
        }
        long price = MedianPrice.of(slice);
        boolean confirmed = price != RowGroup.NULL && row.confirmedBy(price, configured);
        return new ScaleChoice(confirmed ? row.scale() : configured, row.scale(), text(unit, row));
    }
}
