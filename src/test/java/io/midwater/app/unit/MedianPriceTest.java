package io.midwater.app.unit;

import static io.midwater.slice.TestSlice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.RowGroup;
import io.midwater.slice.TestSlice;
import org.junit.jupiter.api.Test;

class MedianPriceTest {
    private static long median(TestSlice day) {
        return MedianPrice.of(day.slice());
    }

    private static TestSlice quoted(TestSlice day, String time, long price, long bid, long offer) {
        return day.event(1, at(time), "1:6", 5, 5, 0, "price", price, "national_bid", bid, "national_offer", offer);
    }

    @Test
    void tradesOnTheMarketGoFirst() {
        // Reported, taken back and booked legs are no prices of the market; 100, 200, 300 and 400 are.
        TestSlice day = quoted(new TestSlice(), "10:30", 7, 8, 10)
                .leg(1, at("11:00"), 5, 1, "dealsource", 3)
                .leg(1, at("11:00"), 5, 1, "cancelled", 1)
                .leg(1, at("11:00"), 5, 1, "dealsource", 44)
                .leg(1, at("11:00"), 300, 1)
                .leg(1, at("11:00"), 100, 1, "dealsource", 20)
                .leg(1, at("11:00"), 400, 1, "dealsource", 47)
                .leg(1, at("11:00"), 200, 1);

        assertThat(median(day)).isEqualTo(200);
    }

    @Test
    void withoutTradesTheMidpointsDecide() {
        // 104.5 in whole units, 110; crossed and missing quotes have none. The lower of two.
        TestSlice day = quoted(new TestSlice(), "10:30", 7, 104, 105).leg(1, at("11:00"), 5, 1, "dealsource", 3);
        quoted(quoted(quoted(day, "10:31", 7, 120, 110), "10:32", 7, 0, 110), "10:33", 7, 110, 110);

        assertThat(median(day)).isEqualTo(104);
    }

    @Test
    void withoutQuotesTheLimitsThatOrdersCameWith() {
        // 90 and 70; an amendment to 500 and two market orders do not count.
        TestSlice day = new TestSlice()
                .event(1, at("10:30"), "1:6", 5, 5, 0, "price", 90)
                .event(1, at("10:31"), "1:5", 5, 5, 0, "price", 500)
                .event(2, at("10:32"), "1:6", 5, 5, 0, "price", 70)
                .event(3, at("10:33"), "2:6", 5, 5, 0, "price", 0)
                .event(4, at("10:34"), "2:6", 5, 5, 0, "price", 0);

        assertThat(median(day)).isEqualTo(70);
    }

    @Test
    void aDayWithoutAnyPriceHasNone() {
        assertThat(median(new TestSlice())).isEqualTo(RowGroup.NULL);
    }
}
