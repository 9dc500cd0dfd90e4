package io.midwater.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Slice;
import io.midwater.simulation.MatchingOptions.Availability;
import io.midwater.simulation.MatchingOptions.Scope;
import io.midwater.simulation.MatchingOptions.StudyHorizon;
import io.midwater.simulation.MatchingOptions.StudyLimit;
import org.junit.jupiter.api.Test;

/**
 * One rule a test, on days of a few orders. With bid 3390 and offer 3400 the midpoint is 6790 in half units. A buy sweep at
 * 3390 accepts 6780 in reality and, with half a tick of 10 added, 6790 in the study.
 */
class ReplayTest {
    private static final int BUY = 1;
    private static final int SELL = 2;
    private static final int IMMEDIATE = 0;
    private static final int RELOADED_INTRADAY = 31;

    private final StudyDay day = new StudyDay().quote(1, 3390, 3400);

    private static MatchingOptions horizon(StudyHorizon horizon) {
        return StudyDay.options(StudyLimit.MID_TICK, Scope.REST, horizon, Availability.LATER, 0);
    }

    private static MatchingOptions limit(StudyLimit limit) {
        return StudyDay.options(limit, Scope.REST, StudyHorizon.SESSION_END, Availability.LATER, 0);
    }

    @Test
    void aContraThatComesInMeetsTheStudyOrder() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).enters(20);

        assertThat(day.replay()).containsExactly("2 x 1: 600 at 6790, 20");
    }

    @Test
    void asEnteredTheStudyOrderDoesNotReachTheMidpoint() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).enters(20);

        assertThat(day.replay(limit(StudyLimit.AS_ENTERED))).isEmpty();
    }

    @Test
    void aContraThatWasThereIsMetOnlyWhereTheRealLimitDidNotReach() {
        day.dark(2, SELL, 600, 3390).enters(5);
        // Its real limit 6780 is below 6790: it has not met the seller.
        day.sweep(1, BUY, 1000, 3390).enters(10);
        assertThat(day.replay()).containsExactly("1 x 2: 600 at 6790, 10");

        StudyDay met = new StudyDay().quote(1, 3390, 3400);
        met.dark(2, SELL, 600, 3390).enters(5);
        // 6800 reaches 6790: what the seller gave, it gave in reality.
        met.sweep(1, BUY, 1000, 3400).enters(10);
        assertThat(met.replay()).isEmpty();
    }

    @Test
    void aFillAndKillContraGivesWhatItDidNotTrade() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390)
                .set("timevalidity", IMMEDIATE)
                .row(20, 6, 2, 600)
                .row(20, 3, 2, 250, "totalmatchedquantity", 350)
                .row(20, 9, 2, 250);

        assertThat(day.replay()).containsExactly("2 x 1: 250 at 6790, 20");
    }

    @Test
    void aCancelledArrivalGivesNothing() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).row(20, 6, 2, 600).row(20, 1, 2, 600);

        assertThat(day.replay()).isEmpty();
    }

    @Test
    void anAmendedContraComesInAgain() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3410).enters(20).row(30, 5, 1, 600, "price", 3390);

        assertThat(day.replay()).containsExactly("2 x 1: 600 at 6790, 30");
    }

    @Test
    void aCancelledContraIsGone() {
        day.dark(2, SELL, 600, 3400).enters(5).cancels(20);
        day.sweep(1, BUY, 1000, 3390).enters(10);
        // At 3400 and 3410 the seller would accept 6810, but has left.
        day.quote(30, 3400, 3410);
        day.sweep(3, BUY, 1000, 3410).enters(40);

        assertThat(day.replay()).isEmpty();
    }

    @Test
    void aChangeOfQuoteMatchesWhatItMakesExecutable() {
        day.dark(2, SELL, 600, 3390).enters(5);
        day.sweep(1, BUY, 1000, 3380).enters(10);
        // 3370 and 3390: 6760. The buyer accepts 6770, the seller 6780 and more.
        day.quote(20, 3370, 3390);
        // 3380 and 3400: 6780. The seller does, the buyer does not.
        day.quote(30, 3380, 3400);
        assertThat(day.replay()).isEmpty();

        StudyDay other = new StudyDay().quote(1, 3390, 3400);
        other.dark(2, SELL, 600, 3380).enters(5);
        other.sweep(1, BUY, 1000, 3380).enters(10);
        // 3380 and 3380: 6760, exactly what the seller accepts, below the buyer's 6770. The older order is the incoming
        // one.
        other.quote(20, 3380, 3380);
        assertThat(other.replay()).containsExactly("2 x 1: 600 at 6760, 20");
    }

    @Test
    void anOrderMeetsTheQuoteBeforeIt() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.quote(20, 3400, 3410);
        day.dark(2, SELL, 600, 3390).enters(20);

        assertThat(day.replay()).containsExactly("2 x 1: 600 at 6790, 20");
    }

    @Test
    void nothingMatchesAfterTheCloseOrInASuspension() {
        day.suspended(100, 200);
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).enters(150);
        day.dark(3, SELL, 600, 3390).enters(StudyDay.CLOSE);

        // What comes in meanwhile matches when trading goes on; order 1 is the older one.
        assertThat(day.replay()).containsExactly("1 x 2: 600 at 6790, 200");
    }

    @Test
    void availability() {
        day.sweep(1, BUY, 1000, 3390).enters(10);
        // 600 shares of which 200 trade lit at once and 100 later.
        day.dark(2, SELL, 600, 3390).row(20, 6, 2, 600).trades(20, 200, 3390, 1).trades(50, 100, 3390, 1);

        assertThat(day.replay(StudyDay.options(Availability.NONE))).containsExactly("2 x 1: 300 at 6790, 20");
        assertThat(day.replay(StudyDay.options(Availability.LATER))).containsExactly("2 x 1: 400 at 6790, 20");
        assertThat(day.replay(StudyDay.options(Availability.ALL))).containsExactly("2 x 1: 600 at 6790, 20");
    }

    @Test
    void everyShareIsUsedOnce() {
        day.sweep(1, BUY, 400, 3390).enters(10);
        day.sweep(2, BUY, 400, 3390).enters(11);
        day.dark(3, SELL, 600, 3390).enters(20);
        day.sweep(4, BUY, 400, 3390).enters(30);

        assertThat(day.replay()).containsExactly("3 x 1: 400 at 6790, 20", "3 x 2: 200 at 6790, 20");
    }

    @Test
    void aRealTradeTakesFromWhatIsLeft() {
        day.dark(2, SELL, 600, 3390).enters(5).trades(30, 500, 3395, 47);
        day.sweep(1, BUY, 200, 3390).enters(10);
        day.sweep(3, BUY, 1000, 3390).enters(40);

        // After 200 of the study and a real trade of 500, 600 − 500 − 200 is less than nothing.
        assertThat(day.replay()).containsExactly("1 x 2: 200 at 6790, 10");
    }

    @Test
    void scopes() {
        // 1000 shares: 300 dark and 200 lit at once, 500 rest.
        day.sweep(1, BUY, 1000, 3390)
                .row(10, 6, 2, 1000)
                .trades(10, 300, 3390, 47)
                .trades(10, 200, 3390, 1);
        day.dark(2, SELL, 5000, 3390).enters(20);

        assertThat(day.replay()).containsExactly("2 x 1: 500 at 6790, 20");
        MatchingOptions postDark =
                StudyDay.options(StudyLimit.MID_TICK, Scope.POST_DARK, StudyHorizon.SESSION_END, Availability.LATER, 0);
        assertThat(day.replay(postDark)).containsExactly("2 x 1: 700 at 6790, 20");
    }

    @Test
    void theLastFillEndsTheStudyAtItsOwnInstantIncluded() {
        day.sweep(1, BUY, 1000, 3390).enters(10).trades(20, 1000, 3390, 1);
        day.dark(2, SELL, 300, 3390).enters(20);
        day.dark(3, SELL, 300, 3390).enters(21);

        assertThat(day.replay(horizon(StudyHorizon.LAST_FILL))).containsExactly("2 x 1: 300 at 6790, 20");
        assertThat(day.replay(horizon(StudyHorizon.SESSION_END)))
                .containsExactly("2 x 1: 300 at 6790, 20", "3 x 1: 300 at 6790, 21");
    }

    @Test
    void aCancellationEndsTheStudy() {
        day.sweep(1, BUY, 1000, 3390).enters(10).cancels(20);
        day.dark(2, SELL, 300, 3390).enters(30);

        assertThat(day.replay(horizon(StudyHorizon.LAST_FILL))).isEmpty();
        assertThat(day.replay(horizon(StudyHorizon.SESSION_END))).isEmpty();
    }

    @Test
    void anAmendedStudyOrderFollows() {
        // Up by 500 loses its place to order 2; later down to 700 in all.
        day.sweep(1, BUY, 500, 3390)
                .enters(10)
                .row(20, 5, 1, 1000, "quantity", 1000)
                .row(40, 5, 1, 700, "quantity", 700);
        day.sweep(2, BUY, 100, 3390).enters(11);
        day.dark(3, SELL, 300, 3390).enters(30);
        day.dark(4, SELL, 5000, 3390).enters(50);

        // 200 of the 300 go to order 1, which then has 700 − 200 = 500 left.
        assertThat(day.replay())
                .containsExactly("3 x 2: 100 at 6790, 30", "3 x 1: 200 at 6790, 30", "4 x 1: 500 at 6790, 50");
        Slice slice = day.slice();
        StudyResults results = new Replay(
                        slice,
                        StudyDay.orders(slice, StudyDay.options()),
                        StudyDay.options(),
                        (a, b, c, d, e, f, g, h, i) -> {})
                .run();
        assertThat(results.scope(0)).isEqualTo(1000);
        assertThat(results.quantity(0)).isEqualTo(700);
        assertThat(results.matches(0)).isEqualTo(2);
        // 700 shares at 6790 half units.
        assertThat(results.value2(0)).isEqualTo(700L * 6790);
        assertThat(results.firstNs(0)).isEqualTo(StudyDay.at(30));
        assertThat(results.lastNs(0)).isEqualTo(StudyDay.at(50));
    }

    @Test
    void aSmallerQuantityKeepsThePlace() {
        day.sweep(1, BUY, 500, 3390).enters(10).row(20, 5, 1, 400, "quantity", 400);
        day.sweep(2, BUY, 100, 3390).enters(11);
        day.dark(3, SELL, 300, 3390).enters(30);

        assertThat(day.replay()).containsExactly("3 x 1: 300 at 6790, 30");
    }

    @Test
    void theReportedPositionDecidesOnPriority() {
        // The larger quantity would cost the place, but the row says that it was kept.
        day.sweep(1, BUY, 500, 3390)
                .set("orderbookposition", 1)
                .enters(10)
                .row(20, 5, 1, 600, "quantity", 600, "orderbookposition", 0);
        day.sweep(2, BUY, 100, 3390).enters(11);
        day.dark(3, SELL, 300, 3390).enters(30);

        assertThat(day.replay()).containsExactly("3 x 1: 300 at 6790, 30");
    }

    @Test
    void latencyDelaysTheEntry() {
        MatchingOptions slow = StudyDay.options(
                StudyLimit.MID_TICK, Scope.REST, StudyHorizon.SESSION_END, Availability.LATER, 5_000_000_000L);
        day.sweep(1, BUY, 1000, 3390).enters(10);
        day.dark(2, SELL, 300, 3390)
                .set("timevalidity", IMMEDIATE)
                .row(12, 6, 2, 300)
                .row(12, 9, 2, 300);
        day.dark(3, SELL, 300, 3390).enters(13);

        // The fill-and-kill order has gone by 10 + 5; the other one rests.
        assertThat(day.replay(slow)).containsExactly("1 x 3: 300 at 6790, 15");
    }

    @Test
    void aMinimumQuantityMetInRealityIsMet() {
        day.sweep(1, BUY, 100, 3390).enters(10);
        // A minimum of 400, of which 450 were met in the dark at once; the study order may take what is left.
        day.dark(2, SELL, 600, 3390)
                .set("minimumquantity", 400)
                .row(20, 6, 2, 600)
                .trades(20, 450, 3395, 47);
        assertThat(day.replay()).containsExactly("2 x 1: 100 at 6790, 20");

        StudyDay unmet = new StudyDay().quote(1, 3390, 3400);
        unmet.sweep(1, BUY, 100, 3390).enters(10);
        unmet.dark(2, SELL, 600, 3390).set("minimumquantity", 400).enters(20);
        assertThat(unmet.replay()).isEmpty();
    }

    @Test
    void aMinimumAboveWhatIsLeftLapsesForGood() {
        // 600 with a minimum of 400; 300 really trade, so it lapses and stays away though the quantity grows.
        day.dark(2, SELL, 600, 3390)
                .set("minimumquantity", 400)
                .enters(5)
                .trades(6, 300, 3395, 47)
                .row(7, 5, 1, 900, "quantity", 900);
        day.sweep(1, BUY, 100, 3390).enters(10);

        assertThat(day.replay()).containsExactly("1 x 2: 100 at 6790, 10");
    }

    @Test
    void equalKeysOfOneParticipantAreBooked() {
        day.sweep(1, BUY, 100, 3390)
                .set("participantid", 7)
                .set("crossingkey", 9)
                .enters(10);
        day.dark(2, SELL, 600, 3390)
                .set("participantid", 7)
                .set("crossingkey", 9)
                .enters(20);

        assertThat(day.replay()).containsExactly("2 x 1: 100 at 6790, 20 as 48");
    }

    @Test
    void preferencingIsInferredFromTheDay() {
        day.sweep(1, BUY, 100, 3390).enters(10);
        day.sweep(2, BUY, 100, 3390).set("participantid", 7).enters(11);
        // A preferenced trade of participant 7 in the morning.
        day.dark(4, SELL, 50, 3500).set("participantid", 7).row(12, 6, 2, 50).trades(12, 50, 3395, 46);
        day.dark(3, SELL, 100, 3390).set("participantid", 7).enters(20);

        assertThat(day.replay()).containsExactly("3 x 2: 100 at 6790, 20 as 46");
    }

    @Test
    void studyOrdersDoNotMeetEachOtherAndLitOrdersMeetNoOne() {
        day.sweep(1, BUY, 100, 3390).enters(10);
        day.sweep(2, SELL, 100, 3400).enters(20);
        day.order(3, 0, SELL, 100, 3390).enters(30);

        assertThat(day.replay()).isEmpty();
    }

    @Test
    void studyOrdersMeetEachOtherOnlyIfAskedTo() {
        day.sweep(1, BUY, 100, 3390).enters(10);
        day.sweep(2, SELL, 100, 3400).enters(20);
        MatchingOptions plain = StudyDay.options();
        MatchingOptions together = new MatchingOptions(
                plain.studyLimit(),
                plain.scope(),
                plain.horizon(),
                plain.availability(),
                true,
                plain.preferencing(),
                plain.preferencingParticipants(),
                false,
                0);

        // The seller accepts 6800 − 10 = 6790 with mid-tick, as the buyer does.
        assertThat(day.replay(together)).containsExactly("2 x 1: 100 at 6790, 20");
    }

    @Test
    void aMinimumDoesNotLapseWithWhatIsLeftToGive() {
        // 600 open with a minimum of 400, of which 500 are cancelled later: 100 to give, but the minimum holds.
        day.sweep(1, BUY, 100, 3390).enters(10);
        day.dark(2, SELL, 600, 3390).set("minimumquantity", 400).enters(20).row(50, 5, 1, 100, "quantity", 100);

        assertThat(day.replay(StudyDay.options(Availability.NONE))).isEmpty();
    }

    @Test
    void anOrderThatComesFirstInAnInstantMeetsWhatIsLeftAfterIt() {
        // The seller trades 500 of 600 in the instant in which the study order enters, in a row after the buyer's.
        StudyDay.Order seller = day.dark(2, SELL, 600, 3390).enters(5);
        day.sweep(1, BUY, 1000, 3390).enters(10);
        seller.trades(10, 500, 3395, 47);

        assertThat(day.replay()).containsExactly("1 x 2: 100 at 6790, 10");
    }

    @Test
    void aSweepWithoutMidTickIsAContraAtItsArrivalOnly() {
        // Traded in an auction, so it is not studied; at 10 there is no study order yet.
        day.sweep(2, SELL, 600, 3390).enters(10).trades(900, 600, 3390, 20);
        day.sweep(1, BUY, 100, 3390).enters(20);
        // Another one comes in while the study order is there.
        day.sweep(3, SELL, 600, 3390).enters(30).trades(900, 600, 3390, 20);

        assertThat(day.replay()).containsExactly("3 x 1: 100 at 6790, 30");
    }

    @Test
    void noQuoteNoMatch() {
        day.sweep(1, BUY, 100, 3390).enters(10);
        day.quote(15, 3400, 3390);
        day.dark(2, SELL, 100, 3390).enters(20);
        // The same quote as before the crossed one is new: the older order is the incoming one.
        day.quote(25, 3390, 3400);

        assertThat(day.replay()).containsExactly("1 x 2: 100 at 6790, 25");
    }

    @Test
    void anOrderIsThereBeforeItIsReloaded() {
        // Its first row is no new event, and the reload in the day is no arrival: it has been on the book since 5.
        day.dark(2, SELL, 600, 3390).row(5, 5, 1, 600).row(50, RELOADED_INTRADAY, 1, 600);
        day.sweep(1, BUY, 100, 3390).enters(10);

        assertThat(day.replay()).containsExactly("1 x 2: 100 at 6790, 10");
    }
}
