package io.midwater.generator;

/** The names of an order's classes, by the meaning of its final state. */
final class KnownClasses {
    private static final byte[] SWEEP = CsvFile.ascii("SWEEP");
    private static final byte[] CP_BLOCK = CsvFile.ascii("CP_BLOCK");
    private static final byte[] CP_LIMIT = CsvFile.ascii("CP_LIMIT");
    private static final byte[] CP_MARKET = CsvFile.ascii("CP_MARKET");
    private static final byte[] LIT = CsvFile.ascii("LIT");
    private static final byte[] IMMEDIATE_FULL = CsvFile.ascii("A_IMMEDIATE_FULL");
    private static final byte[] EVENTUAL_FULL = CsvFile.ascii("B_EVENTUAL_FULL");
    private static final byte[] PARTIAL_NONE = CsvFile.ascii("C_PARTIAL_NONE");
    private static final byte[] FILLED = CsvFile.ascii("FILLED");
    private static final byte[] CANCELLED_USER = CsvFile.ascii("CANCELLED_USER");
    private static final byte[] CANCELLED_SYSTEM = CsvFile.ascii("CANCELLED_SYSTEM");
    private static final byte[] IOC_REMAINDER = CsvFile.ascii("IOC_REMAINDER");
    private static final byte[] PURGED = CsvFile.ascii("PURGED");
    private static final byte[] INACTIVE = CsvFile.ascii("INACTIVE");
    private static final byte[] OPEN = CsvFile.ascii("OPEN");

    private KnownClasses() {}

    static byte[] kind(LiveOrder order) {
        if (order.isSweep()) {
            return SWEEP;
        }
        if ((order.typeBits & LiveOrder.BLOCK) != 0) {
            return CP_BLOCK;
        }
        if ((order.typeBits & LiveOrder.CENTRE_POINT) != 0) {
            return order.isMarket() ? CP_MARKET : CP_LIMIT;
        }
        return LIT;
    }

    static byte[] outcome(LiveOrder order, FillClass fillClass, long immediateNs) {
        if (fillClass != FillClass.FULL) {
            return PARTIAL_NONE;
        }
        return order.completion - order.arrival < immediateNs ? IMMEDIATE_FULL : EVENTUAL_FULL;
    }

    static byte[] terminalReason(LiveOrder order) {
        if (order.leaves == 0) {
            return FILLED;
        }
        if (order.isImmediate()) {
            return IOC_REMAINDER;
        }
        return switch (order.finalReason) {
            case Reason.CANCELLED_BY_USER, Reason.CANCELLED_ON_BEHALF -> CANCELLED_USER;
            case Reason.CANCELLED_BY_SYSTEM, Reason.PRICE_LIMIT_CANCEL -> CANCELLED_SYSTEM;
            case Reason.PURGED_REST_OF_DAY, Reason.PURGED_EXPIRED -> PURGED;
            case Reason.INACTIVATED -> INACTIVE;
            default -> OPEN;
        };
    }
}
