package io.midwater.simulation.matching;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.Side;

/**
 * What an order asks for, handed to {@link MatchingEngine#enter} and {@link MatchingEngine#amend}. The engine copies what it
 * needs, so one object serves a whole day: {@link #start} sets everything back.
 */
public final class OrderTerms {
    /** A limit that accepts every price, and the sign-adjusted limit of no order. */
    static final long ANY_PRICE = Long.MAX_VALUE;

    static final long NO_PRICE = Long.MIN_VALUE;

    private Side side = Side.BUY;
    private long limit;
    private long limitKey;
    private long realKey;
    private boolean darkLimit;
    private boolean anyPriceBlock;
    private boolean sweep;
    private long quantity;
    private long openQuantity;
    private long minimum;
    private boolean singleFill;
    private int participant;
    private long crossingKey;
    private Preference preference = Preference.NONE;
    private boolean study;
    private boolean passive;
    private boolean rests;

    /** Begins a new order: a market order of an unknown participant that rests, with every other term unset. */
    public OrderTerms start(Side newSide, long newQuantity) {
        side = requireNonNull(newSide, "side is null");
        limit = 0;
        limitKey = ANY_PRICE;
        realKey = NO_PRICE;
        darkLimit = false;
        anyPriceBlock = false;
        sweep = false;
        minimum = 0;
        singleFill = false;
        participant = 0;
        crossingKey = 0;
        preference = Preference.NONE;
        study = false;
        passive = false;
        rests = true;
        return quantity(newQuantity, newQuantity);
    }

    /**
     * What the order brings.
     *
     * @param available shares it can give in all, before what the engine has matched of them: at any moment it gives at most
     *     {@code available − matched}
     * @param open shares really open, at least what is left to give. They decide when a contra's minimum quantity lapses; a
     *     study order's, and every order's where all pairs may meet, lapses by what its matches leave
     */
    public OrderTerms quantity(long available, long open) {
        this.quantity = requireNotNegative("quantity", available);
        this.openQuantity = requireNotNegative("open quantity", open);
        return this;
    }

    /** A limit in price units, with the order's mid-tick instruction. */
    public OrderTerms limit(long price, MidTick midTick, TickTable ticks) {
        limit = requirePositive("limit", price);
        limitKey = side.sign() * ticks.limit2(side, price, midTick);
        return instruction(midTick);
    }

    /** No limit, with the order's mid-tick instruction. */
    public OrderTerms market(MidTick midTick) {
        limit = 0;
        limitKey = ANY_PRICE;
        return instruction(midTick);
    }

    private OrderTerms instruction(MidTick midTick) {
        darkLimit = midTick.darkLimit();
        anyPriceBlock = midTick.anyPriceBlock();
        return this;
    }

    /**
     * A study order whose real limit, in half price units, has met every contra it could reach: when it comes in it meets
     * contras only at prices that its real limit did not reach.
     */
    public OrderTerms study(long realLimit2) {
        study = true;
        realKey = side.sign() * realLimit2;
        return this;
    }

    /** A study order that meets every contra. */
    public OrderTerms study() {
        study = true;
        realKey = NO_PRICE;
        return this;
    }

    /** A study order that really has no limit: on arrival every resting contra has been met already. */
    public OrderTerms studyMarket() {
        study = true;
        realKey = ANY_PRICE;
        return this;
    }

    /** A sweep trades at the midpoint and with blocks only, whatever its instruction. */
    public OrderTerms sweep() {
        sweep = true;
        return this;
    }

    /**
     * Shares the order must get each time it trades; 0 for none.
     *
     * @param single whether one contra must supply them
     */
    public OrderTerms minimum(long shares, boolean single) {
        minimum = requireNotNegative("minimum quantity", shares);
        singleFill = single;
        return this;
    }

    /** The order's participant (0 unknown) and crossing key (0 none). */
    public OrderTerms participant(int id, long key) {
        participant = id;
        crossingKey = key;
        return this;
    }

    /** How the order treats its own participant's orders. */
    public OrderTerms preference(Preference value) {
        preference = requireNonNull(value, "preference is null");
        return this;
    }

    /** The order never takes on arrival, it only rests. */
    public OrderTerms passive() {
        passive = true;
        return this;
    }

    /** What is left after matching does not rest. */
    public OrderTerms leaves() {
        rests = false;
        return this;
    }

    public Side side() {
        return side;
    }

    /** Limit in price units, 0 for a market order. */
    long limit() {
        return limit;
    }

    /** Limit in half units times the side's sign: a price p2 is accepted if sign × p2 is not above it. */
    long limitKey() {
        return limitKey;
    }

    /** On arrival, contras are met only where sign × p2 is above this. */
    long realKey() {
        return realKey;
    }

    boolean darkLimit() {
        return darkLimit && !sweep;
    }

    boolean anyPriceBlock() {
        return anyPriceBlock && !sweep;
    }

    boolean mayTakeBlocks() {
        return anyPriceBlock || sweep;
    }

    long quantity() {
        return quantity;
    }

    long openQuantity() {
        return openQuantity;
    }

    long minimum() {
        return minimum;
    }

    boolean singleFill() {
        return singleFill;
    }

    int participant() {
        return participant;
    }

    long crossingKey() {
        return crossingKey;
    }

    Preference preference() {
        return preference;
    }

    boolean isStudy() {
        return study;
    }

    boolean isPassive() {
        return passive;
    }

    boolean rests() {
        return rests;
    }

    private static long requirePositive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " must be positive, was " + value);
        }
        return value;
    }

    private static long requireNotNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " must not be negative, was " + value);
        }
        return value;
    }
}
