package io.midwater.generator;

/** Time validity codes: unit in the high byte, value in the low one, purged flag 64 in the high byte. */
final class Validity {
    static final int IMMEDIATE = 0;
    static final int REST_OF_DAY = 0x0100;
    static final int NINETY_DAYS = 0x055A;
    static final int INSTRUMENT_MAXIMUM = 0x0600;
    static final int PURGED = 0x4000;

    private static final int UNIT = 0x3F00;

    private Validity() {}

    static boolean isLong(int validity) {
        return (validity & UNIT) >= 0x0500;
    }

    static String decoded(int validity) {
        return switch ((validity & UNIT) >> 8) {
            case 0 -> "Immediate";
            case 1 -> "Rest of Day";
            case 5 -> "Days";
            default -> "Instrument Maximum";
        };
    }
}
