package io.midwater.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.Side;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A day of 29 orders whose figures were once published as 24 filled, none in part and 5 not at all, with 57,791 of 68,268
 * shares: the five traded at the instant they came in, and only their first message was looked at. With their trades it is
 * 26, 3 and none, and 57,791 + 122 + 271 + 885 + 4,292 + 299 = 63,660 shares, 93.25 %.
 */
class FilledGroupsTest {
    private static final long S = Measured.S;
    private static final long LIMIT = 3_400;
    private static final long PRICE = 3_380;

    private static List<Map<String, Object>> rows() {
        MarketScript script = new MarketScript().close(3_600 * S).quote(S / 2, 3_375, 3_385);
        long id = 0;
        // 23 orders of 2,400 and one of 2,591 are 57,791 shares; each is filled two seconds after it came in.
        for (int i = 0; i < 24; i++) {
            long quantity = i < 23 ? 2_400 : 2_591;
            id++;
            script.enter(id, (10 + 3 * i) * S, Side.BUY, LIMIT, quantity)
                    .fill(id, (12 + 3 * i) * S, PRICE, quantity, MarketScript.LIT, id);
        }
        long[][] atEntry = {{122, 2_000}, {271, 600}, {885, 885}, {4_292, 4_292}, {299, 2_700}};
        for (int i = 0; i < atEntry.length; i++) {
            long now = (200 + i) * S;
            id++;
            script.enter(id, now, Side.SELL, 3_300, atEntry[i][1])
                    .fill(id, now, PRICE, atEntry[i][0], MarketScript.DARK, id);
        }
        return Measured.rows(script.slice(), Measured.OPTIONS);
    }

    @Test
    void tradesAtTheInstantOfArrivalCount() {
        Map<Object, Long> classes = rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("fill_class"), TreeMap::new, Collectors.counting()));

        assertThat(classes).containsExactlyInAnyOrderEntriesOf(Map.of("FULL", 26L, "PARTIAL", 3L));
    }

    @Test
    void matchedAndDemandedSharesAreThoseOfAllTwentyNine() {
        List<Map<String, Object>> rows = rows();

        assertThat(rows).hasSize(29);
        assertThat(sum(rows, "matched_quantity")).isEqualTo(63_660);
        // 57,791 + 2,000 + 600 + 885 + 4,292 + 2,700
        assertThat(sum(rows, "demand_quantity")).isEqualTo(68_268);
        assertThat(sum(rows, "traded_quantity")).isEqualTo(63_660);
    }

    private static long sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
    }
}
