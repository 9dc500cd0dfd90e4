package io.midwater.domain;

/**
 * How a trade leg came about, from its deal source (Direct Drop specification, trade message; 90 and 91 from the ASX Trade
 * Introduction and Business Information, 14.3).
 */
public enum TradeClass {
    /** Continuous trading in the lit book. */
    LIT(true, true),
    /** Centre Point, preferenced or not. */
    DARK(true, true),
    /** Centre Point any-price block. */
    DARK_BLOCK(true, true),
    /** Opening or closing auction. */
    AUCTION(true, false),
    /** After the close at the closing price. */
    POST_CLOSE(true, false),
    /** Unintentional crossing, booked at the lit book. */
    BOOK_LIT(true, false),
    /** Unintentional crossing, booked at an auction. */
    BOOK_AUCTION(true, false),
    /** Unintentional crossing, booked at Centre Point. */
    BOOK_CP(true, false),
    /** Unintentional crossing, booked after the close. */
    BOOK_POST_CLOSE(true, false),
    /** Combinations and codes unknown to this version: counted as filled, left out of price quality. */
    OTHER(true, false),
    /** Reported off the market. */
    REPORT(false, false),
    /** Taken back. */
    CANCELLED(false, false);

    private final boolean filled;
    private final boolean continuous;

    TradeClass(boolean filled, boolean continuous) {
        this.filled = filled;
        this.continuous = continuous;
    }

    /** True where the leg is part of its order's matched quantity. */
    public boolean filled() {
        return filled;
    }

    /** True where the leg traded at a market price in continuous trading, so that its price quality can be measured. */
    public boolean continuous() {
        return continuous;
    }

    /** True where the leg is a trade of the market at a market price: what a market VWAP is made of. */
    public boolean onMarket() {
        return continuous || this == AUCTION || this == POST_CLOSE;
    }

    public boolean dark() {
        return this == DARK || this == DARK_BLOCK;
    }

    /** True where the leg traded in Centre Point or was booked there. */
    public boolean centrePoint() {
        return dark() || this == BOOK_CP;
    }

    /** True where the leg traded in the lit book in continuous trading or was booked there. */
    public boolean litBook() {
        return this == LIT || this == BOOK_LIT;
    }

    public boolean booked() {
        return this == BOOK_LIT || this == BOOK_AUCTION || this == BOOK_CP || this == BOOK_POST_CLOSE;
    }

    /** True for the deal sources of combinations, which are known but of no class of their own. */
    public static boolean isCombination(int dealSource) {
        return dealSource == 7 || dealSource == 36 || dealSource == 43;
    }

    public static TradeClass ofDealSource(int dealSource) {
        return switch (dealSource) {
            case 1 -> LIT;
            case 3, 4, 5, 6, 42 -> REPORT;
            case 20 -> AUCTION;
            case 44 -> BOOK_LIT;
            case 45 -> BOOK_AUCTION;
            case 48 -> BOOK_CP;
            case 46, 47, 49 -> DARK;
            case 50, 51, 52 -> DARK_BLOCK;
            case 90 -> POST_CLOSE;
            case 91 -> BOOK_POST_CLOSE;
            default -> OTHER;
        };
    }
}
