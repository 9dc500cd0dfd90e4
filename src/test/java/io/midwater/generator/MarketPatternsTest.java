package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.generator.SmallMarket.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shape that real files have is in a small market too, and in proportion. */
class MarketPatternsTest {
    @TempDir
    static Path folder;

    static SmallMarket market;
    static Map<String, Integer> patterns = new HashMap<>();

    @BeforeAll
    static void generate() {
        market = SmallMarket.generate(folder.resolve("market"), 5, 2, 30_000, 11);
        for (List<Row> rows : market.events.values()) {
            String pattern = rows.stream()
                    .map(row -> row.text("orderstatus") + ":" + row.text("changereason") + size(row))
                    .collect(Collectors.joining(" "));
            patterns.merge(pattern, 1, Integer::sum);
        }
    }

    private static String size(Row row) {
        if (row.number("leavesquantity") == 0) {
            return "0";
        }
        return row.number("leavesquantity") == row.number("quantity") ? "F" : "p";
    }

    @Test
    void theUsualLivesAreThere() {
        assertThat(patterns)
                .containsKeys(
                        "2:6F 1:5F 2:1F",
                        "2:6F 2:30",
                        "2:6F 1:5F 2:30",
                        "2:6F 2:9F",
                        "2:6F 2:6F",
                        "2:6F 2:3p 2:9p",
                        "2:6F 1:3p 2:30",
                        "2:6F 1:5F 1:5F 1:5F 2:1F",
                        "2:6F 1:5F 4:24F",
                        "2:6F 1:5F 2:9F",
                        "2:6F 1:5F 4:4F",
                        "2:6F 1:6F 2:1F");
        assertThat(share("2:6F 1:5F 2:1F")).isBetween(0.35, 0.65);
        assertThat(share("2:6F 2:30")).isBetween(0.05, 0.20);
        assertThat(share("2:6F 1:5F 2:30")).isBetween(0.05, 0.20);
    }

    private static double share(String pattern) {
        return (double) patterns.get(pattern) / market.events.size();
    }

    @Test
    void carriedOrdersAreReloadedOnTheEveningBefore() {
        long reloaded = market.events.values().stream()
                .filter(rows -> rows.stream().anyMatch(row -> row.number("changereason") == 30))
                .count();
        assertThat(reloaded).isGreaterThan(20);
        assertThat(patterns.keySet()).anyMatch(pattern -> pattern.startsWith("2:6F 1:30F"));
        assertThat(patterns.keySet()).anyMatch(pattern -> pattern.startsWith("1:30F"));
        Set<String> firstDay = new HashSet<>();
        Set<String> both = new HashSet<>();
        String first = market.answers.values().iterator().next().text("date");
        market.events.keySet().forEach(key -> {
            String id = key.substring(0, key.indexOf('/'));
            if (key.endsWith(first)) {
                firstDay.add(id);
            } else if (firstDay.contains(id)) {
                both.add(id);
            }
        });
        assertThat(both).as("orders that live on two dates").isNotEmpty();
    }

    @Test
    void kindsTicksValiditiesAndSourcesAreThere() {
        Set<Long> kinds = new TreeSet<>();
        Set<Long> midTicks = new TreeSet<>();
        Set<Long> validities = new TreeSet<>();
        long minimum = 0;
        long shortSales = 0;
        for (List<Row> rows : market.events.values()) {
            Row last = rows.get(rows.size() - 1);
            kinds.add(last.number("exchangeordertype"));
            midTicks.add(last.number("midtick"));
            validities.add(last.number("timevalidity"));
            minimum += last.number("minimumquantity") > 0 ? 1 : 0;
            shortSales += last.number("shortsellquantity") > 0 ? 1 : 0;
        }
        assertThat(kinds).contains(0L, 2L, 64L, 66L, 2048L, 2050L, 4096L, 4098L);
        assertThat(midTicks).containsExactly(1L, 2L, 3L, 4L);
        assertThat(validities).contains(0L, 256L, 1370L, 1536L, 16640L);
        assertThat(minimum).isPositive();
        assertThat(shortSales).isPositive();
        Set<Long> sources = new TreeSet<>();
        market.matches.values().forEach(legs -> sources.add(legs.get(0).number("dealsource")));
        assertThat(sources).contains(1L, 3L, 4L, 5L, 6L, 20L, 44L, 45L, 46L, 47L, 48L);
    }

    @Test
    void bookedMatchesHaveEqualKeysAndOneBroker() {
        int booked = 0;
        for (List<Row> legs : market.matches.values()) {
            long source = legs.get(0).number("dealsource");
            if (source == 44 || source == 45 || source == 48) {
                assertThat(legs.get(0).text("participantid"))
                        .isEqualTo(legs.get(1).text("participantid"));
                long key = key(legs.get(0));
                assertThat(key).isNotZero().isEqualTo(key(legs.get(1)));
                booked++;
            }
            if (source == 46) {
                assertThat(legs.get(0).text("participantid"))
                        .isEqualTo(legs.get(1).text("participantid"));
            }
        }
        assertThat(booked).isPositive();
    }

    private static long key(Row leg) {
        return market.events
                .get(leg.text("orderid") + "/" + leg.text("tradedate"))
                .get(0)
                .number("crossingkey");
    }

    @Test
    void messagesComeInIdenticalPairs() {
        int pairs = 0;
        int rows = 0;
        for (List<Row> order : market.events.values()) {
            rows += order.size();
            for (int i = 1; i < order.size(); i++) {
                String content = order.get(i).without("sequence", "row_num");
                pairs += content.equals(order.get(i - 1).without("sequence", "row_num")) ? 1 : 0;
            }
        }
        assertThat((double) pairs / rows).isBetween(0.02, 0.2);
    }

    @Test
    void quotesMoveLockCrossAndGoMissing() {
        int locked = 0;
        int crossed = 0;
        int missing = 0;
        Set<Long> mids = new HashSet<>();
        for (List<Row> rows : market.orderFiles.values()) {
            for (Row row : rows) {
                long bid = row.number("national_bid");
                long offer = row.number("national_offer");
                missing += bid == Long.MIN_VALUE ? 1 : 0;
                locked += bid == offer && bid > 0 ? 1 : 0;
                crossed += bid > offer ? 1 : 0;
                mids.add(bid + offer);
            }
        }
        assertThat(locked).isPositive();
        assertThat(crossed).isPositive();
        assertThat(missing).isPositive();
        assertThat(mids).hasSizeGreaterThan(30);
    }

    @Test
    void participantsAndSecuritiesAreSkewed() {
        Map<String, Integer> brokers = new HashMap<>();
        Map<String, Integer> securities = new HashMap<>();
        for (Row row : market.answers.values()) {
            brokers.merge(row.text("participant_id"), 1, Integer::sum);
            securities.merge(row.text("security_code"), 1, Integer::sum);
        }
        assertThat(brokers).hasSize(26);
        assertThat((double) brokers.get("67") / market.answers.size()).isBetween(0.43, 0.49);
        // Zipf with exponent 1 over five names: 1 / (1 + 1/2 + 1/3 + 1/4 + 1/5) = 0.438.
        int largest = securities.values().stream().max(Integer::compare).orElseThrow();
        assertThat((double) largest / market.answers.size()).isBetween(0.42, 0.46);
    }
}
