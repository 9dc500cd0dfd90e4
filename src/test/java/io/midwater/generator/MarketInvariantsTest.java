package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.BusinessCalendar;
import io.midwater.generator.SmallMarket.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold in every market, checked on the files alone. */
class MarketInvariantsTest {
    @TempDir
    static Path folder;

    static SmallMarket market;

    @BeforeAll
    static void generate() {
        market = SmallMarket.generate(folder.resolve("market"), 5, 2, 30_000, 7);
    }

    @Test
    void legsOfAMatchShareTheirTerms() {
        assertThat(market.matches).hasSizeGreaterThan(1_000);
        market.matches.forEach((id, legs) -> {
            assertThat(legs).as("match " + id).hasSize(2);
            assertThat(legs.get(0).sign() + legs.get(1).sign()).isZero();
            for (String column : List.of("tradeprice", "quantity", "tradetime", "dealsource", "securitycode")) {
                assertThat(legs.get(0).text(column))
                        .as(column)
                        .isEqualTo(legs.get(1).text(column));
            }
        });
    }

    @Test
    void legsOfAnOrderAddUpToWhatItSaysIsMatched() {
        market.events.forEach((key, rows) -> {
            long traded = market.legs.getOrDefault(key, List.of()).stream()
                    .filter(leg -> !SmallMarket.isReport(leg))
                    .mapToLong(leg -> leg.number("quantity"))
                    .sum();
            long before = reloaded(rows) ? rows.get(0).number("totalmatchedquantity") : 0;
            long matched = rows.get(rows.size() - 1).number("totalmatchedquantity") - before;
            assertThat(traded).as(key).isEqualTo(matched);
        });
    }

    private static boolean reloaded(List<Row> rows) {
        long first = rows.get(0).number("timestamp");
        return rows.stream()
                .filter(row -> row.number("timestamp") == first)
                .anyMatch(row -> row.number("changereason") == 30 || row.number("changereason") == 50);
    }

    @Test
    void orderedSizeChangesOnlyAtAmendments() {
        market.events.forEach((key, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                assertThat(row.number("leavesquantity")).isNotNegative();
                if (i == 0) {
                    continue;
                }
                Row previous = rows.get(i - 1);
                long matched = row.number("totalmatchedquantity");
                long before = previous.number("totalmatchedquantity");
                assertThat(matched).as(key).isGreaterThanOrEqualTo(before);
                boolean changed = row.number("leavesquantity") + matched != previous.number("leavesquantity") + before;
                if (changed || row.number("quantity") != previous.number("quantity")) {
                    assertThat(row.number("changereason")).as(key).isEqualTo(5);
                    assertThat(row.number("quantity")).as(key).isEqualTo(row.number("leavesquantity"));
                }
            }
        });
    }

    @Test
    void darkTradesKeepTheLimitsAndTheMidpoint() {
        int checked = 0;
        for (List<Row> legs : market.matches.values()) {
            if (!SmallMarket.isDark(legs.get(0))) {
                continue;
            }
            for (Row leg : legs) {
                Row order = stateAt(leg);
                if (order.number("price") == 0) {
                    continue;
                }
                int sign = leg.sign();
                long midTick = order.number("midtick");
                long tick = order.number("price") < 2000 ? 5 : 10;
                long limit2 = 2 * order.number("price") + (midTick == 1 || midTick == 4 ? sign * tick : 0);
                // A midpoint that is not a whole price unit is published cut: the exact one may be half a unit higher.
                long price2 = 2 * leg.number("tradeprice");
                assertThat(order.number("exchangeordertype") & (64 | 2048 | 4096))
                        .isNotZero();
                assertThat(sign > 0 ? price2 <= limit2 : price2 + 1 >= limit2)
                        .as(leg.toString())
                        .isTrue();
                checked++;
            }
            long bid = stateAt(legs.get(0)).number("national_bid");
            long offer = stateAt(legs.get(0)).number("national_offer");
            assertThat(bid).isLessThanOrEqualTo(offer);
            assertThat(legs.get(0).number("tradeprice")).isEqualTo((bid + offer) / 2);
        }
        assertThat(checked).isGreaterThan(500);
    }

    /** The order's last message at the time of a leg. */
    private static Row stateAt(Row leg) {
        Row found = null;
        for (Row row : market.events.get(leg.text("orderid") + "/" + leg.text("tradedate"))) {
            if (row.number("timestamp") <= leg.number("tradetime")) {
                found = row;
            }
        }
        return found;
    }

    @Test
    void litTradesKeepTheLimits() {
        int checked = 0;
        for (List<Row> legs : market.matches.values()) {
            for (Row leg : legs) {
                boolean known = market.events.containsKey(leg.text("orderid") + "/" + leg.text("tradedate"));
                if (!known || SmallMarket.isReport(leg) || SmallMarket.isDark(leg)) {
                    continue;
                }
                long limit = stateAt(leg).number("price");
                assertThat(limit == 0 || leg.sign() * (leg.number("tradeprice") - limit) <= 0)
                        .isTrue();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5_000);
    }

    @Test
    void theLastRowTellsTheFinalState() {
        market.events.forEach((key, rows) -> {
            Row last = rows.get(rows.size() - 1);
            long status = last.number("orderstatus");
            boolean longLived = last.number("timevalidity") >> 8 >= 5;
            assertThat(status == 2 || status == 4 || longLived).as(key).isTrue();
            assertThat(last.number("leavesquantity") == 0)
                    .as(key)
                    .isEqualTo(status == 2 && last.number("changereason") == 3 && last.number("leavesquantity") == 0);
        });
    }

    @Test
    void filesAreInTimeOrderAndInterleaved() {
        checkTimeOrder(market.orderFiles, "timestamp", "security_code");
        checkTimeOrder(market.tradeFiles, "tradetime", "securitycode");
        checkTimeOrder(market.quoteFiles, "timestamp", "orderbookid");
    }

    private static void checkTimeOrder(Map<String, List<Row>> files, String time, String security) {
        files.forEach((name, rows) -> {
            int switches = 0;
            for (int i = 1; i < rows.size(); i++) {
                Row row = rows.get(i);
                assertThat(row.number(time))
                        .as(name)
                        .isGreaterThanOrEqualTo(rows.get(i - 1).number(time));
                switches += row.text(security).equals(rows.get(i - 1).text(security)) ? 0 : 1;
            }
            assertThat(switches).as(name).isGreaterThan(rows.size() / 10);
        });
    }

    @Test
    void ordersAndTradesShareOneNumberingPerPartition() {
        for (String orderFile : market.orderFiles.keySet()) {
            Map<String, Long> last = new HashMap<>();
            Map<String, Set<Long>> seen = new HashMap<>();
            for (Row row : market.orderFiles.get(orderFile)) {
                String partition = row.text("exchange");
                long sequence = row.number("sequence");
                assertThat(sequence).isGreaterThanOrEqualTo(last.getOrDefault(partition, 0L));
                last.put(partition, sequence);
                seen.computeIfAbsent(partition, key -> new HashSet<>()).add(sequence);
            }
            for (Row row : market.tradeFiles.get(orderFile.replace("orders", "trades"))) {
                // Order rows never carry a trade's number; a trade's own duplicate repeats it.
                Set<Long> numbers = seen.computeIfAbsent(row.text("EXCHANGE"), key -> new HashSet<>());
                boolean fresh = numbers.add(row.number("sequence"));
                assertThat(fresh || market.duplicateTrades > 0).isTrue();
            }
            seen.forEach((partition, numbers) -> {
                long highest = numbers.stream().mapToLong(Long::longValue).max().orElseThrow();
                assertThat((long) numbers.size()).as("no gaps").isEqualTo(highest);
            });
        }
    }

    @Test
    void everyRowBelongsToItsFilesBusinessDate() {
        BusinessCalendar calendar = new BusinessCalendar(ZoneId.of("Australia/Sydney"), LocalTime.of(19, 0), Set.of());
        market.orderFiles.forEach((name, rows) -> {
            for (Row row : rows) {
                LocalDate date = LocalDate.ofEpochDay(calendar.businessDate(row.number("timestamp")));
                assertThat(name).isEqualTo("orders_" + date + ".csv");
                assertThat(row.text("date"))
                        .isEqualTo(calendar.localDate(row.number("timestamp")).toString());
            }
        });
    }

    @Test
    void continuousTradesHappenInTheOpenSession() {
        Map<String, long[]> sessions = new HashMap<>();
        for (Row row : market.sessions) {
            String key = row.text("OrderBookId") + "/" + row.text("TradeDate");
            long[] times = sessions.computeIfAbsent(key, unused -> new long[4]);
            switch (row.text("Name")) {
                case "OSPA" -> times[0] = row.number("Timestamp");
                case "OPEN" -> times[1] = row.number("Timestamp");
                case "PRE_CSPA" -> times[2] = row.number("Timestamp");
                case "POST_CLOSE" -> times[3] = row.number("Timestamp");
                default -> {}
            }
        }
        for (List<Row> legs : market.matches.values()) {
            Row leg = legs.get(0);
            long time = leg.number("tradetime");
            long[] times = sessions.get(leg.text("securitycode") + "/" + leg.text("tradedate"));
            boolean auction = leg.number("dealsource") == 20 || leg.number("dealsource") == 45;
            boolean inAuction = time >= times[0] && time < times[1] || time >= times[2] && time < times[3];
            boolean inOpen = time >= times[1] && time < times[2];
            assertThat(auction ? inAuction : inOpen).as(leg.toString()).isTrue();
        }
    }
}
