package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitRoutingTest {
    private static final LocalDate DATE = LocalDate.of(2024, 9, 5);

    private static FeedBlock rows(long security) {
        return new FeedBlock((byte) 0, security, (int) DATE.toEpochDay(), 0, 0, 0, 1, new byte[0]);
    }

    private static FeedBlock account(int file) {
        return new FeedBlock(FeedBlock.SUMMARY, FeedBlock.accountKey(file), 0, file, 0, 0, 1, new byte[0]);
    }

    @Test
    void accountsComeFirst() {
        UnitRouting routing = UnitRouting.of(Map.of(), 3, 5);

        assertThat(routing.partitions()).isEqualTo(8);
        for (int file = 0; file < 20; file++) {
            assertThat(routing.partition(account(file))).isEqualTo(file % 3);
        }
        for (long security = 1; security < 500; security++) {
            assertThat(routing.partition(rows(security))).isBetween(3, 7);
        }
    }

    @Test
    void theLargestUnitIsAloneAndTheSmallOnesShare() {
        Map<SecurityDay, Long> weights = new HashMap<>();
        weights.put(new SecurityDay(1, DATE), 1_000L);
        for (long security = 2; security <= 11; security++) {
            weights.put(new SecurityDay(security, DATE), 50L);
        }
        UnitRouting routing = UnitRouting.of(weights, 1, 2);

        // Ten units of 50 rows weigh half of the one of 1,000: it stays alone.
        int large = routing.partition(rows(1));
        for (long security = 2; security <= 11; security++) {
            assertThat(routing.partition(rows(security))).isNotEqualTo(large).isBetween(1, 2);
        }
    }

    @Test
    void unitsTheSampleMissedAreSpread() {
        UnitRouting routing = UnitRouting.of(Map.of(), 1, 10);
        Set<Integer> used = new HashSet<>();
        for (long security = 1; security <= 200; security++) {
            used.add(routing.partition(rows(security)));
            assertThat(routing.partition(rows(security))).isEqualTo(routing.partition(rows(security)));
        }
        assertThat(used).hasSize(10);
    }

    @Test
    void theSameWeightsGiveTheSameRoutes() {
        Map<SecurityDay, Long> forwards = new HashMap<>();
        Map<SecurityDay, Long> backwards = new HashMap<>();
        for (long security = 1; security <= 100; security++) {
            forwards.put(new SecurityDay(security, DATE), security % 7);
            backwards.put(new SecurityDay(101 - security, DATE), (101 - security) % 7);
        }
        UnitRouting one = UnitRouting.of(forwards, 2, 9);
        UnitRouting other = UnitRouting.of(backwards, 2, 9);

        for (long security = 1; security <= 100; security++) {
            assertThat(one.partition(rows(security))).isEqualTo(other.partition(rows(security)));
        }
    }
}
