package io.midwater.domain.table;

/** Units of public columns, in the words of the data dictionary. */
public final class Units {
    public static final String SHARES = "shares";
    public static final String SHARE_SECONDS = "shares × s";
    public static final String NS = "ns";
    public static final String EPOCH_NS = "ns since 1970-01-01 UTC";
    public static final String PX = "input price units";
    public static final String VALUE = "price units × shares";
    /** The scale in which a midpoint is an integer; columns in it are named half_value. */
    public static final String HALF_VALUE = "price units × 2 × shares";

    public static final String CURRENCY_VALUE = "currency units × shares";
    public static final String FRACTION = "0..1";
    public static final String RATIO = "ratio";
    public static final String MID_BPS = "bps of arrival mid";
    public static final String FILL_BPS = "bps of mid before each fill";
    public static final String VWAP_BPS = "bps of market vwap";

    private Units() {}
}
