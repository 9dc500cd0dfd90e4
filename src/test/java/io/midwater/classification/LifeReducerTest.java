package io.midwater.classification;

import static io.midwater.domain.table.RowGroup.NULL;
import static io.midwater.slice.TestSlice.DATE;
import static io.midwater.slice.TestSlice.at;
import static io.midwater.slice.TestSlice.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.FillClass;
import io.midwater.domain.OrderKind;
import io.midwater.domain.OrderLife;
import io.midwater.domain.Slice;
import io.midwater.domain.TerminalReason;
import io.midwater.slice.TestSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed's message patterns, status:reason, and the life that each of them tells. */
class LifeReducerTest {
    private static final long T = at("11:00");
    private static final long SECOND = 1_000_000_000L;
    private static final int FILL_AND_KILL = 0;

    private static OrderLife life(TestSlice day) {
        Slice slice = day.slice();
        return new LifeReducer(slice).reduce(0);
    }

    private static TestSlice day() {
        return new TestSlice().usualSession();
    }

    @Test
    void enteredRestsAndIsCancelled() {
        // Real feeds confirm a resting entry with an update at the same instant: that is no amendment.
        OrderLife life = life(day().event(1, T, "2:6", 1_000, 1_000, 0)
                .event(1, T, "1:5", 1_000, 1_000, 0)
                .event(1, T + SECOND, "2:1", 1_000, 1_000, 0));

        assertThat(life.fillClass()).isEqualTo(FillClass.NONE);
        assertThat(life.terminalReason()).isEqualTo(TerminalReason.CANCELLED_USER);
        assertThat(life.amendments()).isZero();
        assertThat(life.initialQuantity()).isEqualTo(1_000);
        assertThat(life.demandQuantity()).isEqualTo(1_000);
        assertThat(life.leavesQuantity()).isEqualTo(1_000);
        assertThat(life.restQuantity()).isEqualTo(1_000);
        assertThat(life.arrivalNs()).isEqualTo(T);
        assertThat(life.endNs()).isEqualTo(T + SECOND);
        assertThat(life.completionNs()).isEqualTo(NULL);
        assertThat(life.carried() || life.orphanStart()).isFalse();
    }

    @Test
    void enteredAndFullyTraded() {
        OrderLife life = life(day().event(1, T, "2:6", 1_000, 1_000, 0)
                .event(1, T, "2:3", 1_000, 0, 1_000)
                .leg(1, T, 10_000, 300, "dealsource", 47)
                .leg(1, T, 10_000, 50, "dealsource", 48)
                .leg(1, T, 10_000, 600)
                .leg(1, T, 10_000, 50, "dealsource", 44));

        assertThat(life.fillClass()).isEqualTo(FillClass.FULL);
        assertThat(life.terminalReason()).isEqualTo(TerminalReason.FILLED);
        assertThat(life.completionNs()).isEqualTo(T);
        assertThat(life.restQuantity()).isZero();
        // Centre Point and what was booked there; the lit book and what was booked there.
        assertThat(life.entryDarkQuantity()).isEqualTo(350);
        assertThat(life.entryLitQuantity()).isEqualTo(650);
    }

    @Test
    void enteredPartlyTradedAndRests() {
        OrderLife life = life(day().event(1, T, "2:6", 1_000, 1_000, 0)
                .event(1, T, "1:3", 1_000, 600, 400)
                .leg(1, T, 10_000, 400)
                .event(1, T + SECOND, "1:3", 1_000, 100, 900)
                .leg(1, T + SECOND, 10_000, 500));

        assertThat(life.restQuantity()).isEqualTo(600);
        assertThat(life.entryLitQuantity()).isEqualTo(400);
        assertThat(life.fillClass()).isEqualTo(FillClass.PARTIAL);
        assertThat(life.terminalReason()).isEqualTo(TerminalReason.OPEN);
        // Still on the book: its day ends with continuous trading.
        assertThat(life.endNs()).isEqualTo(at("16:00"));
    }

    @Test
    void theRestOfAFillAndKillOrderIsDead() {
        OrderLife life = life(day().event(1, T, "2:6", 1_000, 1_000, 0, "timevalidity", FILL_AND_KILL)
                .event(1, T, "2:3", 1_000, 600, 400, "timevalidity", FILL_AND_KILL)
                .event(1, T, "2:9", 1_000, 600, 400, "timevalidity", FILL_AND_KILL));

        assertThat(life.fillClass()).isEqualTo(FillClass.PARTIAL);
        assertThat(life.terminalReason()).isEqualTo(TerminalReason.IOC_REMAINDER);
        assertThat(life.restQuantity()).isZero();
        assertThat(life.demandQuantity()).isEqualTo(1_000);
    }

    @Test
    void afterAnAmendmentQuantityIsWhatIsOutstanding() {
        // 222 ordered, 211 traded, amended to 10 outstanding (told twice), 10 traded: 221 of 221, not 221 of 10.
        OrderLife life = life(day().event(1, T, "1:6", 222, 222, 0)
                .event(1, T + SECOND, "1:3", 222, 11, 211)
                .event(1, T + 2 * SECOND, "1:5", 10, 10, 211)
                .event(1, T + 2 * SECOND, "1:5", 10, 10, 211)
                .event(1, T + 3 * SECOND, "2:3", 10, 0, 221));

        assertThat(life.matchedQuantity()).isEqualTo(221);
        assertThat(life.demandQuantity()).isEqualTo(221);
        assertThat(life.initialQuantity()).isEqualTo(222);
        assertThat(life.fillClass()).isEqualTo(FillClass.FULL);
        assertThat(life.amendments()).isEqualTo(1);
        assertThat(life.completionNs()).isEqualTo(T + 3 * SECOND);
    }

    @Test
    void anAmendedOrderThatIsCancelledAskedForMatchedPlusLeaves() {
        // 211 of 221; 211 of the last quantity would be 2110 %.
        OrderLife life = life(day().event(1, T, "1:6", 222, 222, 0)
                .event(1, T + SECOND, "1:3", 222, 11, 211)
                .event(1, T + 2 * SECOND, "1:5", 10, 10, 211)
                .event(1, T + 3 * SECOND, "2:1", 10, 10, 211));

        assertThat(life.matchedQuantity()).isEqualTo(211);
        assertThat(life.demandQuantity()).isEqualTo(221);
        assertThat(life.fillClass()).isEqualTo(FillClass.PARTIAL);
    }

    @Test
    void everyKindOfAmendmentCountsOnce() {
        OrderLife life = life(day().event(1, T, "1:6", 100, 100, 0)
                .event(1, T + 1, "1:5", 100, 100, 0, "price", 10_010)
                .event(1, T + 2, "1:5", 90, 90, 0, "price", 10_010)
                .event(1, T + 3, "1:5", 90, 90, 0, "price", 10_010, "midtick", 1)
                .event(1, T + 4, "1:5", 90, 90, 0, "price", 10_010, "midtick", 1, "minimumquantity", 50)
                // A refresh of an iceberg's display is none.
                .event(1, T + 5, "1:13", 90, 90, 0, "price", 10_010, "midtick", 1, "minimumquantity", 50));

        assertThat(life.amendments()).isEqualTo(4);
        assertThat(life.limitPx()).as("at arrival").isEqualTo(10_000);
    }

    @Test
    void aReloadedOrderStartsWithWhatWasLeft() {
        // Reloaded on the evening before as 2:6 1:30; 300 of 500 had been matched on earlier days.
        long evening = on(DATE.minusDays(1), "21:22");
        OrderLife life = life(day().event(1, evening, "2:6", 500, 200, 300)
                .event(1, evening, "1:30", 500, 200, 300)
                .event(1, T, "2:3", 500, 0, 500)
                .leg(1, T, 10_000, 200));

        assertThat(life.carried()).isTrue();
        assertThat(life.initialQuantity()).isEqualTo(200);
        assertThat(life.matchedQuantity()).isEqualTo(200);
        assertThat(life.demandQuantity()).isEqualTo(200);
        assertThat(life.fillClass()).isEqualTo(FillClass.FULL);
        // It arrives with the first session in which it may trade.
        assertThat(life.arrivalNs()).isEqualTo(at("09:59"));
        assertThat(life.amendments()).isZero();
    }

    @Test
    void aReloadInTheDayDoesNotHideWhatWasMatchedBefore() {
        // Reloaded on the evening before, 400 of 1,000 traded at 10:30, reloaded again at 11:00, the rest at 11:30.
        TestSlice day = day().event(1, on(DATE.minusDays(1), "21:22"), "1:30", 1_000, 1_000, 0)
                .event(1, at("10:30"), "1:3", 1_000, 600, 400)
                .leg(1, at("10:30"), 10_000, 400)
                .event(1, T, "2:6", 1_000, 600, 400)
                .event(1, T, "1:31", 1_000, 600, 400)
                .event(1, at("11:30"), "2:3", 1_000, 0, 1_000)
                .leg(1, at("11:30"), 10_000, 600);
        OrderLife life = life(day);

        assertThat(life.carried()).isTrue();
        assertThat(life.matchedQuantity()).as("as the tape has it").isEqualTo(1_000);
        assertThat(life.initialQuantity()).isEqualTo(1_000);
        assertThat(life.demandQuantity()).isEqualTo(1_000);
        assertThat(life.arrivalNs()).isEqualTo(at("09:59"));
        assertThat(life.amendments()).isZero();
    }

    @Test
    void anAmendmentBetweenTwoReloadsCounts() {
        OrderLife life = life(day().event(1, on(DATE.minusDays(1), "21:22"), "1:30", 1_000, 1_000, 0)
                .event(1, at("10:30"), "1:5", 900, 900, 0)
                .event(1, T, "2:6", 900, 900, 0)
                .event(1, T, "1:31", 900, 900, 0));

        assertThat(life.amendments()).isEqualTo(1);
    }

    @Test
    void fillsBeforeAReloadCountWhereTheBeginningIsMissing() {
        // Seen first with 400 matched, 100 of them at that instant; amended and reloaded later: 100 + 600 of this date.
        OrderLife life = life(day().event(1, at("10:10"), "1:3", 1_000, 600, 400)
                .leg(1, at("10:10"), 10_000, 100)
                .event(1, at("10:20"), "1:5", 600, 600, 400, "price", 10_010)
                .event(1, T, "1:31", 600, 600, 400, "price", 10_010)
                .event(1, at("11:30"), "2:3", 600, 0, 1_000, "price", 10_010)
                .leg(1, at("11:30"), 10_000, 600));

        assertThat(life.carried()).isTrue();
        assertThat(life.matchedQuantity()).isEqualTo(700);
        assertThat(life.amendments()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // Blocks, crossings and limits of Centre Point trade from 10:00 on: in no auction.
        "4096, 10:00",
        "4098, 10:00",
        "256, 10:00",
        "64, 10:00",
        // A sweep lives in the lit book, too.
        "2048, 09:59",
        "0, 09:59"
    })
    void aReloadedOrderArrivesWithTheFirstSessionInWhichItMayTrade(int mask, String arrival) {
        OrderLife life =
                life(day().event(1, on(DATE.minusDays(1), "21:22"), "1:30", 200, 200, 0, "exchangeordertype", mask));

        assertThat(life.arrivalNs()).isEqualTo(at(arrival));
    }

    /** Halted from 10:50 on, an auction at 11:29:50, open again at 11:30; reloaded at 11:00. */
    private static TestSlice haltedDay() {
        return new TestSlice()
                .session(at("09:59"), "OSPA")
                .session(at("10:00"), "OPEN")
                .session(at("10:50"), "TRADING_HALT")
                .session(at("11:20"), "PRE_OPEN")
                .session(at("11:30"), "OPEN")
                .session(at("16:00"), "PRE_CSPA");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 2048, 4096})
    void anOrderReloadedInsideAHaltArrivesWhenTradingResumes(int mask) {
        TestSlice day = haltedDay()
                .event(1, T, "2:6", 200, 200, 0, "exchangeordertype", mask)
                .event(1, T, "1:31", 200, 200, 0, "exchangeordertype", mask);

        assertThat(life(day).arrivalNs()).isEqualTo(at("11:30"));
    }

    @Test
    void anOrderReloadedInTradingArrivesAtOnce() {
        assertThat(life(haltedDay().event(1, at("10:40"), "1:31", 200, 200, 0)).arrivalNs())
                .isEqualTo(at("10:40"));
    }

    @Test
    void theAuctionThatReopensTradingIsASessionInWhichItTraded() {
        // 50 of 200 in the auction ten seconds before trading resumes: the order was there.
        OrderLife life = life(haltedDay()
                .event(1, T, "1:31", 200, 200, 0)
                .event(1, at("11:29:50"), "1:3", 200, 150, 50)
                .leg(1, at("11:29:50"), 10_000, 50, "dealsource", 20)
                .event(1, at("11:40"), "2:1", 200, 150, 50));

        assertThat(life.arrivalNs()).isEqualTo(at("11:29:50"));
        assertThat(life.matchedQuantity()).isEqualTo(50);
    }

    @Test
    void anOrderThatFillsWhollyInTheAuctionArrivesWithIt() {
        OrderLife life = life(haltedDay()
                .event(1, T, "1:31", 200, 200, 0)
                .event(1, at("11:29:50"), "2:3", 200, 0, 200)
                .leg(1, at("11:29:50"), 10_000, 200, "dealsource", 20));

        assertThat(life.arrivalNs()).isEqualTo(at("11:29:50"));
        assertThat(life.completionNs()).isEqualTo(at("11:29:50"));
    }

    @Test
    void anOrderThatEndsInsideTheHaltArrivesWithItsReload() {
        OrderLife life = life(haltedDay().event(1, T, "1:31", 200, 200, 0).event(1, at("11:10"), "2:1", 200, 200, 0));

        assertThat(life.arrivalNs()).isEqualTo(T);
        assertThat(life.endNs()).isEqualTo(at("11:10"));
    }

    @Test
    void anOrderWhoseBeginningIsMissingCountsWhatTheDayShows() {
        // 150 matched on the first row, 50 of them by a leg of that very instant: 100 were before.
        OrderLife life = life(day().event(1, T, "1:3", 200, 50, 150)
                .leg(1, T, 10_000, 50)
                .event(1, T + SECOND, "2:3", 200, 0, 200)
                .leg(1, T + SECOND, 10_000, 50));

        assertThat(life.orphanStart()).isTrue();
        assertThat(life.carried()).isFalse();
        assertThat(life.matchedQuantity()).isEqualTo(100);
        assertThat(life.demandQuantity()).isEqualTo(100);
    }

    @Test
    void aTriggerOrderWaitsOffTheBook() {
        OrderLife life = life(day().event(1, T, "2:6", 100, 100, 0)
                .event(1, T, "3:6", 100, 100, 0)
                .event(1, T + SECOND, "1:12", 100, 100, 0));

        assertThat(life.restQuantity()).isZero();
        assertThat(life.terminalReason()).isEqualTo(TerminalReason.OPEN);
    }

    @Test
    void repeatedMessagesChangeNothing() {
        TestSlice once = day();
        TestSlice twice = day();
        Object[][] events = {
            {T, "2:6", 222, 222, 0},
            {T, "1:3", 222, 200, 22},
            {T + SECOND, "1:5", 150, 150, 22},
            {T + 2 * SECOND, "1:3", 150, 50, 122},
            {T + 3 * SECOND, "2:1", 150, 50, 122}
        };
        for (Object[] event : events) {
            for (TestSlice day : new TestSlice[] {once, twice, twice}) {
                day.event(1, (long) event[0], (String) event[1], (int) event[2], (int) event[3], (int) event[4]);
            }
        }
        OrderLife first = life(once);
        OrderLife second = life(twice);

        assertThat(second)
                .usingRecursiveComparison()
                .ignoringFields("arrivalRow", "entryRow", "finalRow")
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "2:1, CANCELLED_USER",
        "2:10, CANCELLED_USER",
        "2:9, CANCELLED_SYSTEM",
        "2:20, CANCELLED_SYSTEM",
        "2:34, CANCELLED_SYSTEM",
        "2:100, CANCELLED_SYSTEM",
        "4:24, PURGED",
        "2:26, PURGED",
        "4:21, INACTIVE",
        "4:99, INACTIVE",
        "1:5, OPEN",
        "1:99, OPEN",
        "2:99, OTHER"
    })
    void unfilledOrdersEndForAReason(String code, TerminalReason expected) {
        assertThat(life(day().event(1, T, "1:6", 100, 100, 0).event(1, T + 1, code, 100, 100, 0))
                        .terminalReason())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2048, 1, SWEEP",
        "2050, 1, SWEEP",
        "2112, 1, SWEEP",
        "4096, 1, CP_BLOCK",
        "4098, 1, CP_BLOCK",
        "256, 1, CP_CROSSING",
        "64, 1, CP_LIMIT",
        "66, 2, CP_MARKET",
        "2, 1, LIT",
        "0, 2, LIT"
    })
    void kindsAreBitsOfAMask(int mask, int orderType, OrderKind expected) {
        OrderLife life = life(day().event(1, T, "1:6", 100, 100, 0, "exchangeordertype", mask, "ordertype", orderType));

        assertThat(life.kind()).isEqualTo(expected);
        assertThat(life.limitPx()).isEqualTo(orderType == 2 ? NULL : 10_000);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 0", "2, 10000", "3, 0"})
    void withoutAPriceOrOfTheTypeAnOrderIsAMarketOrder(int orderType, long price) {
        OrderLife life = life(
                day().event(1, T, "1:6", 100, 100, 0, "exchangeordertype", 64, "ordertype", orderType, "price", price));

        assertThat(life.kind()).isEqualTo(OrderKind.CP_MARKET);
        assertThat(life.limitPx()).isEqualTo(NULL);
    }

    @Test
    void theOlderPipelinesUnexecutedOrdersDidTrade() {
        // Five sweeps that traded at the instant of entry. A join on the order id alone had picked the incoming
        // message.
        long[][] orders = {{2_000, 122}, {600, 271}, {885, 885}, {4_292, 4_292}, {2_700, 299}};
        TestSlice day = day();
        for (int i = 0; i < orders.length; i++) {
            long size = orders[i][0];
            long matched = orders[i][1];
            day.event(i, T + i, "2:6", size, size, 0)
                    .event(i, T + i, matched == size ? "2:3" : "1:3", size, size - matched, matched);
        }
        Slice slice = day.slice();
        LifeReducer reducer = new LifeReducer(slice);
        long full = 0;
        long matched = 0;
        long demand = 0;
        for (int i = 0; i < orders.length; i++) {
            OrderLife life = reducer.reduce(i);
            assertThat(life.fillClass()).isNotEqualTo(FillClass.NONE);
            full += life.fillClass() == FillClass.FULL ? 1 : 0;
            matched += life.matchedQuantity();
            demand += life.demandQuantity();
        }

        assertThat(full).isEqualTo(2);
        // 122 + 271 + 885 + 4,292 + 299 of 2,000 + 600 + 885 + 4,292 + 2,700.
        assertThat(matched).isEqualTo(5_869);
        assertThat(demand).isEqualTo(10_477);
    }
}
