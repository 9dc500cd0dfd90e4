package io.midwater.domain;

/**
 * States of an order book, and how they rank where two of them meet (ASX Trade Introduction and Business Information,
 * appendix 1).
 */
public enum SessionState {
    OPEN(10),
    OPEN_NIGHT_TRADING(10),
    OPEN_QUOTE_DISPLAY(10),
    REG_HALT(25),
    LATE_TRADING(30),
    PRE_CSPA(30),
    OSPA(35),
    POST_CLOSE(37),
    CSPA(40),
    PRE_OPEN(41),
    PRE_NR(42),
    ADJUST(70),
    ADJUST_ON(71),
    TRADING_HALT(75),
    PRE_NIGHT_TRADING(80),
    CANCEL_ONLY(85),
    ENQUIRE(90),
    SUSPEND(100),
    PURGE_ORDERS(110),
    SYSTEM_MAINTENANCE(111),
    CLOSE(120),
    /** A name that is not in the appendix: it goes before all others, so that nothing trades in what nobody knows. */
    UNKNOWN(Integer.MAX_VALUE);

    private final int priority;

    SessionState(int priority) {
        this.priority = priority;
    }

    int priority() {
        return priority;
    }

    /** True where orders match continuously, if the matching type agrees. */
    boolean opens() {
        return this == OPEN || this == OPEN_QUOTE_DISPLAY;
    }

    /** The state of a name as session files write it: "PRE_OPEN", "OPEN_QUOTE-DISPLAY". */
    static SessionState of(String name) {
        String constant = name.trim().replace('-', '_');
        if (constant.startsWith("OPEN_QUOTE")) {
            return OPEN_QUOTE_DISPLAY;
        }
        for (SessionState state : values()) {
            if (state.name().equals(constant)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
