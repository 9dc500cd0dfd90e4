package io.midwater.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A generated market read back with plain means: rows by column name, duplicates dropped, grouped by order and date. */
final class SmallMarket {
    final Path path;
    final GeneratorSummary summary;
    /** Rows of the orders files as they are, by file name. */
    final Map<String, List<Row>> orderFiles = new LinkedHashMap<>();

    final Map<String, List<Row>> tradeFiles = new LinkedHashMap<>();
    final Map<String, List<Row>> quoteFiles = new LinkedHashMap<>();
    /** Events without duplicates by "order/date", in the order of their sequence. */
    final Map<String, List<Row>> events = new LinkedHashMap<>();
    /** Legs without duplicates by "order/date". */
    final Map<String, List<Row>> legs = new HashMap<>();
    /** Legs without duplicates by match. */
    final Map<Long, List<Row>> matches = new LinkedHashMap<>();

    final Map<String, Row> answers = new LinkedHashMap<>();
    final List<Row> sessions;
    int duplicateOrders;
    int duplicateTrades;

    record Row(Map<String, Integer> header, String[] cells) {
        String text(String column) {
            return cells[header.get(column)];
        }

        long number(String column) {
            return Long.parseLong(text(column));
        }

        /** +1 for a buy, −1 for a sell. */
        int sign() {
            return number("side") == 1 ? 1 : -1;
        }

        /** The row's content, some columns blanked. */
        String without(String... columns) {
            String[] rest = cells.clone();
            for (String column : columns) {
                rest[header.get(column)] = "";
            }
            return String.join(",", rest);
        }
    }

    static SmallMarket generate(Path path, int securities, int dates, long orders, long seed) {
        GeneratorSummary summary = new MarketGenerator(new GeneratorOptions(path, securities, dates, -1, orders, seed))
                .run((date, done, of, bytes) -> {});
        try {
            return new SmallMarket(path, summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SmallMarket(Path path, GeneratorSummary summary) throws IOException {
        this.path = path;
        this.summary = summary;
        readFolder("orders", orderFiles);
        readFolder("trades", tradeFiles);
        readFolder("quotes", quoteFiles);
        sessions = read(path.resolve("sessions/sessions.csv"));
        for (Map.Entry<String, List<Row>> file : orderFiles.entrySet()) {
            groupEvents(file.getKey().replaceAll("\\D*(\\d{4}-\\d\\d-\\d\\d).*", "$1"), file.getValue());
        }
        for (List<Row> rows : tradeFiles.values()) {
            groupLegs(rows);
        }
        for (Row row : read(path.resolve("expected/orders.csv.gz"))) {
            answers.put(row.text("order_id") + "/" + row.text("date"), row);
        }
    }

    private void groupEvents(String date, List<Row> rows) {
        Set<String> seen = new LinkedHashSet<>();
        for (Row row : rows) {
            if (!seen.add(row.without("row_num"))) {
                duplicateOrders++;
                continue;
            }
            events.computeIfAbsent(row.text("order_id") + "/" + date, key -> new ArrayList<>())
                    .add(row);
        }
        for (List<Row> order : events.values()) {
            order.sort(Comparator.comparingLong(row -> row.number("sequence")));
        }
    }

    private void groupLegs(List<Row> rows) {
        Set<String> seen = new LinkedHashSet<>();
        for (Row row : rows) {
            if (!seen.add(row.without("row_num"))) {
                duplicateTrades++;
                continue;
            }
            legs.computeIfAbsent(row.text("orderid") + "/" + row.text("tradedate"), key -> new ArrayList<>())
                    .add(row);
            matches.computeIfAbsent(row.number("matchgroupid"), key -> new ArrayList<>())
                    .add(row);
        }
    }

    private void readFolder(String folder, Map<String, List<Row>> files) throws IOException {
        try (Stream<Path> inside = Files.list(path.resolve(folder))) {
            for (Path file : inside.sorted().toList()) {
                files.put(file.getFileName().toString(), read(file));
            }
        }
    }

    private static List<Row> read(Path file) throws IOException {
        try (BufferedReader reader = file.toString().endsWith(".gz")
                ? new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))
                : Files.newBufferedReader(file)) {
            Map<String, Integer> header = new HashMap<>();
            for (String name : reader.readLine().split(",")) {
                header.put(name.trim(), header.size());
            }
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells.length != header.size()) {
                    throw new IllegalStateException(file + ": " + cells.length + " cells in: " + line);
                }
                rows.add(new Row(header, cells));
            }
            return rows;
        }
    }

    static boolean isReport(Row leg) {
        long source = leg.number("dealsource");
        return source >= 3 && source <= 6;
    }

    static boolean isDark(Row leg) {
        long source = leg.number("dealsource");
        return source >= 46 && source <= 48;
    }
}
