package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each class of damage in a small file of our own: what is refused, why, and that the neighbours are unharmed. */
class DamageTest {
    private static final String HEADER = "order_id,timestamp,sequence,security_code,side,price,quantity,leavesquantity,"
            + "totalmatchedquantity,changereason,orderstatus,national_bid,timevaliditydecoded,date\n";
    /** 1725497251000000000 is 2024-09-05 00:47:31 UTC, 10:47 in Sydney. */
    private static final String[] GOOD = {
        "7905000000000000017",
        "1725497251000000000",
        "11",
        "110001",
        "1",
        "3390",
        "500",
        "500",
        "0",
        "6",
        "1",
        "3380",
        "Day",
        "2024-09-05"
    };

    private static String row(String column, String value) {
        String[] row = GOOD.clone();
        row[Arrays.asList(HEADER.trim().split(",")).indexOf(column)] = value;
        return String.join(",", row) + "\n";
    }

    private static String good() {
        return String.join(",", GOOD) + "\n";
    }

    private static Scanned scan(String content) {
        return InMemory.scan(content, InputKind.ORDERS, FeedOptions.defaults());
    }

    /** The row between two good ones. */
    private static Scanned scanBetween(String row) {
        Scanned scanned = scan(HEADER + good() + row + good());
        assertThat(scanned.rows().get(0)).isEqualTo(scan(HEADER + good()).rows().get(0));
        assertThat(scanned.rows().get(scanned.rows().size() - 1))
                .isEqualTo(scanned.rows().get(0));
        return scanned;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity | abc | BAD_NUMBER",
                "quantity | '' | MISSING_VALUE",
                "quantity | -5 | NEGATIVE",
                "quantity | 10.5 | BAD_NUMBER",
                "quantity | NULL | BAD_NUMBER",
                "price | NaN | BAD_NUMBER",
                "price | Infinity | BAD_NUMBER",
                "price | 3385.5 | PRICE_DECIMALS",
                "price | -1 | NEGATIVE",
                "side | 3 | BAD_SIDE",
                "order_id | 17127415036978900000 | OVERFLOW",
                "order_id | 18446744073709551616 | OVERFLOW",
                "order_id | -1 | NEGATIVE",
                "order_id | 7.904794000132348e+18 | BAD_NUMBER",
                "changereason | 3000000000 | OVERFLOW",
                "timestamp | 1725500000000 | TIMESTAMP_RANGE",
                "timestamp | 1725500000.123 | BAD_TIMESTAMP",
                "timestamp | 2024-09-05T00:00:00Z | BAD_TIMESTAMP",
                "timestamp | -1 | TIMESTAMP_RANGE",
                "timestamp | 9223372036854775807 | TIMESTAMP_RANGE",
                "timestamp | '' | BAD_TIMESTAMP",
                "date | 05/09/2024 | BAD_DATE",
                "date | 2024-02-30 | BAD_DATE",
                "date | 2024-09-05T00:00 | BAD_DATE",
                "security_code | ../../../tmp/pwned | BAD_SECURITY",
                "security_code | /etc/passwd | BAD_SECURITY",
                "security_code | __HIVE_DEFAULT_PARTITION__ | BAD_SECURITY",
                "security_code | 0 | BAD_SECURITY",
                "security_code | 9223372036854775808 | BAD_SECURITY"
            })
    void aBadValueRejectsItsRowAlone(String column, String value, String reason) {
        Scanned scanned = scanBetween(row(column, value));
        // The header is line 1, the good row before it line 2.
        assertThat(scanned.rejectLines()).containsExactly("3 " + reason + " " + column);
        assertThat(scanned.total().kept()).isEqualTo(2);
        assertThat(scanned.rejects().get(0).get("raw"))
                .isEqualTo(row(column, value).trim());
        assertThat(scanned.rejects().get(0).get(BlockSchemas.OFFSET))
                .isEqualTo(String.valueOf(HEADER.length() + good().length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity | 3000000000 | 3000000000",
                "price | 0 | 0",
                "price | 3390.00 | 3390",
                "side | Buy | 1",
                "side | SELL | 2",
                "national_bid | -9223372036854775808 | null",
                "national_bid | -10 | -10",
                "national_bid | '' | null",
                "timevaliditydecoded | =HYPERLINK(1) | =HYPERLINK(1)",
                "timevaliditydecoded | ${jndi:ldap://127.0.0.1/a} | ${jndi:ldap://127.0.0.1/a}",
                "order_id | 9223372036854775807 | 9223372036854775807",
                "quantity | 0000000000000000000000005 | 5"
            })
    void anUnusualValueIsKeptExactly(String column, String value, String kept) {
        Scanned scanned = scanBetween(row(column, value));
        assertThat(scanned.rejects()).isEmpty();
        assertThat(String.valueOf(scanned.rows().get(1).get(column))).isEqualTo(kept);
    }

    @Test
    void aShortAndALongRowAreRejected() {
        Scanned scanned = scanBetween("1,2,3\n" + good().trim() + ",9\n");
        assertThat(scanned.rejectLines()).containsExactly("3 FIELD_COUNT null", "4 FIELD_COUNT null");
    }

    @Test
    void aFileCutInTheMiddleOfARowEndsWithAReject() {
        assertThat(scan(HEADER + good() + good().substring(0, 40)).rejectLines())
                .containsExactly("3 FIELD_COUNT null");
    }

    @Test
    void anEmbeddedNewlineRejectsBothHalvesAndAnUnclosedQuoteItsLine() {
        String twoLines = row("timevaliditydecoded", "\"Rest of\nDay\"");
        assertThat(scanBetween(twoLines).rejectLines()).containsExactly("3 QUOTING null", "4 QUOTING null");
        assertThat(scanBetween(row("timevaliditydecoded", "\"Day")).rejectLines())
                .containsExactly("3 QUOTING null");
    }

    @Test
    void quotedFieldsKeepDelimitersAndQuotes() {
        Scanned scanned = scanBetween(row("timevaliditydecoded", "\"Rest, of \"\"Day\"\"\""));
        assertThat(scanned.rows().get(1)).containsEntry("timevaliditydecoded", "Rest, of \"Day\"");
    }

    @Test
    void blankLinesAndLineEndsDoNotCount() {
        String crlf = good().replace("\n", "\r\n");
        Scanned scanned = scan(HEADER + "\n" + crlf + "\r\n   \n" + good().trim());
        assertThat(scanned.total().kept()).isEqualTo(2);
        assertThat(scanned.total().blank()).isEqualTo(3);
        assertThat(scanned.rows().get(0)).isEqualTo(scanned.rows().get(1));
    }

    @Test
    void invalidUtf8BecomesTheReplacementCharacterAndIsCounted() {
        byte[] content =
                (HEADER + row("timevaliditydecoded", "D\u00ff\u00fey") + good()).getBytes(StandardCharsets.ISO_8859_1);
        Scanned scanned =
                InMemory.scan(content, InputKind.ORDERS, FeedOptions.defaults(), LineReader.CAPACITY, List.of());
        assertThat(scanned.rows().get(0)).containsEntry("timevaliditydecoded", "D\ufffd\ufffdy");
        assertThat(scanned.total().replacedTexts()).isEqualTo(1);
    }

    @Test
    void suspiciousRowsAreKeptAndCounted() {
        Scanned scanned = scan(HEADER + row("leavesquantity", "501") + row("date", "2024-09-04") + good());
        assertThat(scanned.total().kept()).isEqualTo(3);
        assertThat(scanned.total().leavesAboveQuantity()).isEqualTo(1);
        assertThat(scanned.total().dateDisagreements()).isEqualTo(1);
        assertThat(scanned.units()).containsOnlyKeys("110001/2024-09-05");
    }

    @Test
    void theDateColumnDecidesWhereItIsTrusted() {
        String content = HEADER + row("date", "2024-09-04") + row("date", "") + good();
        FeedOptions clock = FeedOptions.defaults();
        FeedOptions column = new FeedOptions(
                clock.csv(),
                clock.selection(),
                new FeedOptions.Dates(ZoneId.of("Australia/Sydney"), null, Set.of(), true),
                clock.timestampMinNs(),
                clock.timestampMaxNs(),
                clock.priceDecimals());
        Scanned scanned = InMemory.scan(content, InputKind.ORDERS, column);
        assertThat(scanned.units()).containsOnlyKeys("110001/2024-09-04", "110001/2024-09-05");
        assertThat(scanned.rejectLines()).containsExactly("3 MISSING_VALUE date");
    }

    @Test
    void theEveningBelongsToTheNextTradingDay() {
        // 2024-09-06 is a Friday; 09:30 UTC is 19:30 in Sydney, so the row belongs to Monday the 9th.
        String evening = row("timestamp", "1725615000000000000");
        assertThat(scan(HEADER + evening).units()).containsOnlyKeys("110001/2024-09-09");
    }

    @Test
    void aRowOutsideTheSelectionIsFilteredUnlessItsFirstChecksFail() {
        FeedOptions options = FeedOptions.defaults().withSelection(Integer.MIN_VALUE, Integer.MAX_VALUE, 5, 110_002);
        String content = HEADER + good() + row("quantity", "abc") + row("date", "x") + row("security_code", "110002");
        Scanned scanned = InMemory.scan(content, InputKind.ORDERS, options);
        assertThat(scanned.total().filtered()).isEqualTo(2);
        assertThat(scanned.total().kept()).isEqualTo(1);
        assertThat(scanned.rejectLines()).containsExactly("4 BAD_DATE date");
        assertThat(scanned.total().otherSecurities()).containsExactly(110_001L);
        assertThat(scanned.total().firstNs()).isEqualTo(1_725_497_251_000_000_000L);
    }

    @Test
    void aLineOfManyMegabytesIsRejectedAndItsNeighboursKept() {
        String huge = row("timevaliditydecoded", "x".repeat(10_000_000));
        Scanned scanned = scanBetween(huge + huge);
        assertThat(scanned.rejectLines()).containsExactly("3 LINE_TOO_LONG null", "4 LINE_TOO_LONG null");
        assertThat(scanned.rejects().get(0).get("raw")).isEqualTo(huge.substring(0, 4096));
        assertThat(scanned.total().kept()).isEqualTo(2);
    }

    @Test
    void aLineAsLongAsAllowedIsKept() {
        FeedOptions options = FeedOptions.defaults().withCsv(',', '"', 400_000);
        int others = row("timevaliditydecoded", "").trim().length();
        String longest = row("timevaliditydecoded", "x".repeat(400_000 - others));
        String longer = row("timevaliditydecoded", "x".repeat(400_001 - others));
        for (String end : List.of("\n", "\r\n")) {
            String content = HEADER + longest.replace("\n", end) + longer.replace("\n", end) + good();
            Scanned scanned = InMemory.scan(content, InputKind.ORDERS, options);
            assertThat(scanned.rejectLines()).containsExactly("3 LINE_TOO_LONG null");
            assertThat(scanned.rows().get(0).get("timevaliditydecoded")).hasSize(400_000 - others);
        }
    }

    @Test
    void aDateBehindADelimiterInsideQuotesIsNoDate() {
        String date = good().substring(good().lastIndexOf(',') + 1).trim();
        Scanned scanned = scanBetween(row("date", "\"1," + date + "\"") + row("date", "\"" + date + "\""));
        assertThat(scanned.rejectLines()).containsExactly("3 BAD_DATE date");
        assertThat(scanned.total().kept()).isEqualTo(3);
    }

    @Test
    void otherDelimitersAndQuotesWork() {
        String content = (HEADER + good() + row("timevaliditydecoded", "'a;b'")).replace(',', ';');
        Scanned scanned =
                InMemory.scan(content, InputKind.ORDERS, FeedOptions.defaults().withCsv(';', '\'', 1 << 20));
        assertThat(scanned.rejects()).isEmpty();
        assertThat(scanned.rows().get(1)).containsEntry("timevaliditydecoded", "a;b");
        String tabs = (HEADER + row("national_bid", "") + good()).replace(',', '\t');
        Scanned tabbed =
                InMemory.scan(tabs, InputKind.ORDERS, FeedOptions.defaults().withCsv('\t', '"', 1 << 20));
        assertThat(tabbed.rejects()).isEmpty();
        assertThat(tabbed.rows().get(0)).containsEntry("national_bid", null);
    }

    @Test
    void aDateWithATimeIsTheLocalDateOfThatMomentInSessionFiles() throws IOException {
        // 13:20 UTC on the 4th is 23:20 in Sydney; 14:20 UTC is past midnight there.
        String content =
                " OrderBookId,Name,Timestamp,TradeDate\n 110001, OPEN ,1725497251000000000,2024-09-04T14:20:00Z\n"
                        + "110001,CLOSE,1725497251000000000,2024-09-04 00:00:00\n110001,CLOSE,1725497251000000000,soon\n";
        Scanned scanned = InMemory.scan(content, InputKind.SESSIONS, FeedOptions.defaults());
        List<Map<String, String>> rows = scanned.rows();
        // 2024-09-05 is day 19,971 since 1970-01-01.
        assertThat(rows.get(0)).containsEntry("tradedate", "19971").containsEntry("name", "OPEN");
        assertThat(rows.get(1)).containsEntry("tradedate", "19970");
        assertThat(scanned.rejectLines()).containsExactly("4 BAD_DATE tradedate");
    }
}
