package io.midwater.generator;

/** Deal source codes of the trades file (Direct Drop specification). */
final class DealSource {
    static final int LIT = 1;
    static final int FIRST_REPORT = 3;
    static final int REPORTS = 4;
    static final int AUCTION = 20;
    static final int BOOKED_LIT = 44;
    static final int BOOKED_AUCTION = 45;
    static final int PREFERENCE = 46;
    static final int CENTRE_POINT = 47;
    static final int BOOKED_CENTRE_POINT = 48;

    private DealSource() {}

    /** Same participant with equal crossing keys: the match happens and is booked without statistics. */
    static boolean isBooked(LiveOrder one, LiveOrder other) {
        return one.participant == other.participant && one.crossingKey != 0 && one.crossingKey == other.crossingKey;
    }

    static String decoded(int code) {
        return switch (code) {
            case LIT -> "Matched by system";
            case 3 -> "Single report";
            case 4 -> "Two-party report";
            case 5 -> "Same-broker crossing";
            case 6 -> "Late report";
            case AUCTION -> "Auction";
            case BOOKED_LIT -> "Unintentional crossing";
            case BOOKED_AUCTION -> "Unintentional crossing auction";
            case PREFERENCE -> "Centre Point preference";
            case CENTRE_POINT -> "Centre Point";
            case BOOKED_CENTRE_POINT -> "Unintentional crossing Centre Point";
            default -> "Other";
        };
    }
}
