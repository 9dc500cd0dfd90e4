package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Order and trade files of a few rows, written by hand, and runs over them that end without a report. */
final class SmallInput {
    static final String ORDERS_HEADER = "order_id,timestamp,sequence,security_code,side,price,quantity,leavesquantity,"
            + "totalmatchedquantity,changereason,orderstatus,exchangeordertype\n";
    static final String TRADES_HEADER =
            "tradetime,sequence,securitycode,orderid,matchgroupid,dealsource,tradeprice,quantity,side\n";
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    final Path folder;
    private long sequence;

    SmallInput(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    static long ns(String date, String time) {
        return LocalDate.parse(date)
                        .atTime(LocalTime.parse(time))
                        .atZone(SYDNEY)
                        .toEpochSecond()
                * 1_000_000_000L;
    }

    /**
     * A buy and a sell of one security that meet at 11:00 and fill each other: two orders of two rows, two legs.
     *
     * @param first number of the buy; the sell has the next one
     */
    String[] pair(long security, String date, long first, long price, long quantity) {
        long time = ns(date, "11:00");
        String orders = order(first, time, security, 1, price, quantity, quantity, 0, 6, 1)
                + order(first + 1, time + 1_000, security, 2, price, quantity, quantity, 0, 6, 2)
                + order(first + 1, time + 1_000, security, 2, price, quantity, 0, quantity, 3, 2)
                + order(first, time + 1_000, security, 1, price, quantity, 0, quantity, 3, 2);
        String trades = leg(first, time + 1_000, security, 1, price, quantity, first)
                + leg(first + 1, time + 1_000, security, 2, price, quantity, first);
        return new String[] {orders, trades};
    }

    private String order(
            long id,
            long time,
            long security,
            int side,
            long price,
            long quantity,
            long leaves,
            long matched,
            int reason,
            int status) {
        return id + "," + time + "," + ++sequence + "," + security + "," + side + "," + price + "," + quantity + ","
                + leaves + "," + matched + "," + reason + "," + status + ",0\n";
    }

    private String leg(long order, long time, long security, int side, long price, long quantity, long match) {
        return time + "," + ++sequence + "," + security + "," + order + "," + match + ",1," + price + "," + quantity
                + "," + side + "\n";
    }

    Path orders(String name, String... rows) throws IOException {
        return write("orders/" + name, ORDERS_HEADER + String.join("", rows));
    }

    Path trades(String name, String... rows) throws IOException {
        return write("trades/" + name, TRADES_HEADER + String.join("", rows));
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The output is byte for byte what a run into an empty folder gives, and its books are the same. */
    void assertSameAsFreshRun(int units, String... settings) throws IOException {
        Path fresh = folder.resolve("fresh-" + System.nanoTime());
        FullRun run = runInto(fresh, settings);
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(FullRun.hashes(output())).isEqualTo(FullRun.hashes(fresh));
        JsonNode manifest = FullRun.manifest(output());
        assertThat(manifest.get("status").asText()).isEqualTo("done");
        assertThat(manifest.get("units")).hasSize(units);
        for (JsonNode file : manifest.findParents("sha256")) {
            String path = file.get("path").asText();
            if (!file.has("row_group") && !path.startsWith("tables/rejects/")) {
                assertThat(FullRun.hashes(output()))
                        .containsEntry(path, file.get("sha256").asText());
            }
        }
        assertThat(accounts(manifest)).isEqualTo(accounts(FullRun.manifest(fresh)));
        assertThat(FullRun.runFile(output(), "reconciliation.json"))
                .isEqualTo(FullRun.runFile(fresh, "reconciliation.json"));
        assertThat(output().resolve(".staging")).doesNotExist();
        assertThat(output().resolve(".publishing")).doesNotExist();
    }

    private static List<String> accounts(JsonNode manifest) {
        List<String> accounts = new ArrayList<>();
        for (JsonNode input : manifest.get("inputs")) {
            StringBuilder account = new StringBuilder(input.get("path").asText());
            for (String name : List.of(
                    "rows_read", "kept", "filtered_out", "duplicates", "rejected", "blank", "rejected_by_reason")) {
                account.append(' ').append(name).append('=').append(input.get(name));
            }
            accounts.add(account.toString());
        }
        return accounts;
    }

    Path output() {
        return folder.resolve("output");
    }

    /** Runs over the folders of orders and trades. */
    FullRun run(String... more) {
        return runInto(output(), more);
    }

    /** The same with another pipeline. */
    FullRun run(Pipeline pipeline, String... more) {
        return FullRun.of(pipeline.withoutReport(), arguments(output(), more).toArray(String[]::new));
    }

    FullRun runInto(Path output, String... more) {
        return FullRun.withoutReport(arguments(output, more).toArray(String[]::new));
    }

    /** The command line of a run; options among {@code more} begin with a dash, the others are settings. */
    List<String> arguments(Path output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--master",
                "local[1]",
                "--set",
                "input.orders=" + folder.resolve("orders"),
                "--set",
                "input.trades=" + folder.resolve("trades"),
                "--set",
                "output.path=" + output,
                "--set",
                "output.aggregates=[]",
                "--set",
                "output.formats=[parquet]"));
        for (String argument : more) {
            if (!argument.startsWith("--")) {
                arguments.add("--set");
            }
            arguments.add(argument);
        }
        return arguments;
    }
}
