package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred gigabytes are planned within ten seconds: a thousand names of one file of a hundred megabytes. */
class PlanOfALargeInputTest {
    private static final String HEADER = "order_id,timestamp,sequence,security_code,side,price,quantity,"
            + "leavesquantity,totalmatchedquantity,changereason,orderstatus\n";
    /** 2024-09-05, 10:00 in Sydney (UTC+10). */
    private static final long MORNING = 1_725_494_400_000_000_000L;

    private static final int FILES = 1000;
    private static final int FILE_BYTES = 100_000_000;

    @TempDir
    private Path folder;

    @Test
    void isAnsweredInSeconds() throws IOException {
        Path first = folder.resolve("orders/orders-0.csv");
        Files.createDirectories(first.getParent());
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            rows.append(1000 + i).append(',').append(MORNING + i).append(',').append(1000 + i);
            rows.append(',').append(1 + i % 40).append(",1,3390,100,100,0,6,1\n");
        }
        byte[] block = rows.toString().getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(first)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < FILE_BYTES; written += block.length) {
                out.write(block);
            }
        }
        for (int i = 1; i < FILES; i++) {
            Files.createLink(folder.resolve("orders/orders-" + i + ".csv"), first);
        }

        long started = System.nanoTime();
        Terminal plan = Terminal.of(
                "plan",
                "--json",
                "--set",
                "input.orders=" + folder.resolve("orders"),
                "--set",
                "input.trades=" + trades(),
                "--set",
                "select.securities=7",
                "--set",
                "output.path=" + folder.resolve("results"));
        Duration taken = Duration.ofNanos(System.nanoTime() - started);

        assertThat(plan.code()).as(plan.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(plan.out());
        assertThat(answer.at("/inputs/0/bytes").asLong()).isGreaterThan(100_000_000_000L);
        // One row in forty is selected. Samples err a little, the more so with few securities.
        double selected = answer.at("/inputs/0/selected").asDouble()
                / answer.at("/inputs/0/rows").asDouble();
        assertThat(selected).isBetween(0.024, 0.026);
        System.out.println("plan of 100 GB in " + FILES + " files: " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }

    private Path trades() throws IOException {
        Path trades = folder.resolve("trades.csv");
        return Files.writeString(
                trades,
                "tradetime,sequence,securitycode,orderid,matchgroupid,dealsource,tradeprice,quantity,side\n" + MORNING
                        + ",1,7,1,5,1,3390,10,1\n");
    }
}
