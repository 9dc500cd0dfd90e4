package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitScanTest {
    private static final String HEADER = "orderbookid,timestamp,bidprice,offerprice,tradedate\n";
    private static final String SESSIONS = "orderbookid,timestamp,name\n";

    private static List<FeedBlock> blocks(String content, InputKind kind) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        InputFile file = InMemory.file(bytes, kind, FeedOptions.defaults());
        int from = (int) file.header().bytes();
        List<FeedBlock> blocks = new ArrayList<>();
        try (SplitScan scan = new SplitScan(
                file,
                new Split(0, kind, 0, 0, bytes.length),
                FeedOptions.defaults(),
                new ByteArrayInputStream(bytes, from, bytes.length - from),
                LineReader.CAPACITY)) {
            scan.forEachRemaining(blocks::add);
        }
        return blocks;
    }

    @Test
    void blocksHoldAtMost1024RowsOfOneUnit() throws IOException {
        StringBuilder content = new StringBuilder(HEADER);
        for (int i = 0; i < 2500; i++) {
            content.append("7,").append(1_725_497_251_000_000_000L + i).append(",1,2,\n");
        }
        List<FeedBlock> blocks = blocks(content.toString(), InputKind.QUOTES);
        assertThat(blocks).extracting(FeedBlock::rows).containsExactly(1024, 1024, 2500 - 2048, 1);
        assertThat(blocks).extracting(FeedBlock::ordinal).containsExactly(0, 1, 2, 3);
        assertThat(Scanned.of(InputKind.QUOTES, blocks).total().kept()).isEqualTo(2500);
    }

    @Test
    void theBytesOfTheSplitsAddUpToTheFile() {
        for (String end : List.of("", "\n", "\r\n")) {
            byte[] content = (HEADER + "7,1725497251000000000,1,2,\n".repeat(20) + "7,1725497251000000000,1,2," + end)
                    .getBytes(StandardCharsets.UTF_8);
            for (int cut = HEADER.length(); cut < content.length; cut++) {
                Scanned scanned = InMemory.scan(content, InputKind.QUOTES, FeedOptions.defaults(), 64, List.of(cut));
                assertThat(scanned.total().bytes())
                        .as("cut at %d, last line ends with %d bytes", cut, end.length())
                        .isEqualTo(content.length - HEADER.length());
            }
        }
    }

    @Test
    void manyUnitsStayWithinTheBoundAndKeepTheirOrder() throws IOException {
        // 20,000 securities of 32 rows' memory each would be 640,000 rows; the bound is 196,608.
        StringBuilder content = new StringBuilder(HEADER);
        for (int i = 0; i < 300_000; i++) {
            content.append(1 + i % 20_000)
                    .append(',')
                    .append(1_725_497_251_000_000_000L + i)
                    .append(",1,2,\n");
        }
        List<FeedBlock> blocks = blocks(content.toString(), InputKind.QUOTES);
        Map<Long, Long> last = new HashMap<>();
        Scanned scanned = Scanned.of(InputKind.QUOTES, blocks);
        scanned.units().forEach((unit, rows) -> {
            assertThat(rows).hasSize(15);
            for (Map<String, String> row : rows) {
                long security = Long.parseLong(row.get("orderbookid"));
                long timestamp = Long.parseLong(row.get("timestamp"));
                assertThat(timestamp).isGreaterThan(last.getOrDefault(security, 0L));
                last.put(security, timestamp);
            }
        });
        assertThat(last).hasSize(20_000);
    }

    @Test
    void textsBeyondThePoolAreKept() throws IOException {
        StringBuilder content = new StringBuilder(SESSIONS);
        for (int i = 0; i < 150_000; i++) {
            content.append("7,1725497251000000000,state ").append(i).append('\n');
        }
        Scanned scanned = Scanned.of(InputKind.SESSIONS, blocks(content.toString(), InputKind.SESSIONS));
        List<Map<String, String>> rows = scanned.rows();
        assertThat(rows).hasSize(150_000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsEntry("name", "state " + i);
        }
    }

    @Test
    void rejectsLeaveInBlocksAndCountOnce() throws IOException {
        String content = HEADER + "x,1,1,1,\n".repeat(9000);
        List<FeedBlock> blocks = blocks(content, InputKind.QUOTES);
        assertThat(blocks).extracting(FeedBlock::kind).containsExactly((byte) 101, (byte) 101, (byte) 101, (byte) 100);
        assertThat(blocks).extracting(FeedBlock::securityCode).containsOnly(-1L);
        SplitSummary summary = SplitSummary.decode(blocks.get(3).bytes());
        assertThat(summary.rejected(RejectReason.BAD_SECURITY)).isEqualTo(9000);
        assertThat(blocks.stream().sorted(FeedBlock.ORDER).findFirst()).contains(blocks.get(3));
    }

    @Test
    void aSummarySurvivesItsBytesAndAddsUp() {
        List<Long> rejected = new ArrayList<>(SplitSummary.empty().rejected());
        rejected.set(RejectReason.BAD_SIDE.ordinal(), 4L);
        SplitSummary summary = new SplitSummary(20, 19, 8, 7, 1, 999, 2, 3, 4, rejected, 100, 200, List.of(5L, 6L));
        assertThat(SplitSummary.decode(summary.encode())).isEqualTo(summary);
        SplitSummary empty = SplitSummary.empty();
        assertThat(SplitSummary.decode(empty.encode())).isEqualTo(empty);
        SplitSummary both = summary.plus(summary);
        assertThat(both.rejectedRows()).isEqualTo(8);
        assertThat(both.firstNs()).isEqualTo(100);
        assertThat(both.otherSecurities()).containsExactly(5L, 6L);
    }
}
