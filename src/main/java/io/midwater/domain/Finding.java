package io.midwater.domain;

/** Data-quality findings that are counted per unit and published; none of them is an error. */
public enum Finding {
    /** Order rows dropped: same exchange, sequence and content. */
    DUPLICATE_ORDER_ROWS,
    /** Trade legs dropped: same match group, side, order, price and quantity; of these one taken back stays. */
    DUPLICATE_TRADE_LEGS,
    /** Order rows that share exchange and sequence with another row of other content; kept. */
    SEQUENCE_CONFLICTS,
    /** Trade legs rejected because two legs of one side of their match disagree. */
    CONFLICTING_TRADE_LEGS,
    /** Match groups with one side only; kept. */
    ONE_SIDED_MATCHES,
    /** Match groups whose two legs differ in price, quantity or time; kept. */
    UNEQUAL_MATCHES,
    /** Trade legs whose order is not in the orders; kept. */
    ORPHAN_LEGS,
    /** Orders whose legs do not add up to their matched quantity. */
    ORDERS_DISAGREEING_WITH_TAPE,
    /** Orders whose matched quantity fell between two events. */
    MATCHED_QUANTITY_FALLS,
    /** Orders whose first event is neither new nor reloaded. */
    ORPHAN_STARTS,
    /** Orders that a reload brought from an earlier day. */
    CARRIED_ORDERS,
    /** Order rows with more leaves than quantity. */
    LEAVES_ABOVE_QUANTITY,
    /** Changes to a crossed quote. */
    CROSSED_QUOTES,
    /** Changes to a locked quote. */
    LOCKED_QUOTES,
    /** Orders without a usable quote at arrival. */
    ARRIVALS_WITHOUT_QUOTE,
    /** Fills before their order's arrival; their times are null. */
    FILLS_BEFORE_ARRIVAL,
    /** Order rows with a change reason unknown to this version; kept. */
    UNKNOWN_CHANGE_REASONS,
    /** Legs with a deal source unknown to this version. */
    UNKNOWN_DEAL_SOURCES,
    /** Legs taken back. */
    CANCELLED_LEGS,
    /** Units whose session hours are derived because no usable session rows exist. */
    DERIVED_SESSION_HOURS,
    /** Units whose quotes come from the order rows. */
    QUOTES_FROM_ORDERS,
    /** Rows whose own date column disagrees with the business date; kept on the business date. */
    DATE_COLUMN_DISAGREES,
    /** Units done at the price scale that their reference row implies instead of the configured one. */
    PRICE_SCALE_OF_REFERENCE,
    /** Units whose reference row implies a price scale that their prices do not confirm; the configured one was used. */
    PRICE_SCALE_NOT_CONFIRMED
}
