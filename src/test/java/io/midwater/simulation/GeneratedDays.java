package io.midwater.simulation;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.InputColumn;
import io.midwater.domain.InputKind;
import io.midwater.domain.OrderEvents;
import io.midwater.domain.OrderIndex;
import io.midwater.domain.QuoteHistory;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.SessionChange;
import io.midwater.domain.SessionHours;
import io.midwater.domain.Slice;
import io.midwater.domain.TradeLegs;
import io.midwater.domain.table.PackedRows;
import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The security-days of a generated market, read with plain means. */
final class GeneratedDays {
    private final Path market;
    private final Consumer<Map<String, Long>> change;

    private GeneratedDays(Path market, Consumer<Map<String, Long>> change) {
        this.market = market;
        this.change = change;
    }

    /** @param change applied to every order row */
    static List<Slice> generate(
            Path folder, int securities, int dates, long orders, long seed, Consumer<Map<String, Long>> change)
            throws IOException {
        new MarketGenerator(new GeneratorOptions(folder, securities, dates, -1, orders, seed))
                .run((date, done, of, bytes) -> {});
        return new GeneratedDays(folder, change).read();
    }

    static List<Slice> generate(Path folder, int securities, int dates, long orders, long seed) throws IOException {
        return generate(folder, securities, dates, orders, seed, row -> {});
    }

    private List<Slice> read() throws IOException {
        List<Slice> slices = new ArrayList<>();
        try (Stream<Path> files = Files.list(market.resolve("orders"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                slices.addAll(date(name.substring("orders_".length(), name.length() - ".csv".length())));
            }
        }
        return slices;
    }

    private List<Slice> date(String date) throws IOException {
        Map<Long, InputRows> orders = rows(InputKind.ORDERS, "orders/orders_" + date + ".csv", change);
        Map<Long, InputRows> trades = rows(InputKind.TRADES, "trades/trades_" + date + ".csv", row -> {});
        Map<Long, InputRows> quotes = rows(InputKind.QUOTES, "quotes/quotes_" + date + ".csv", row -> {});
        List<Slice> slices = new ArrayList<>();
        for (Map.Entry<Long, InputRows> security : orders.entrySet()) {
            OrderEvents events = new OrderEvents(security.getValue().sorted());
            TradeLegs legs = new TradeLegs(trades.get(security.getKey()).sorted());
            PackedRows rows = quotes.get(security.getKey()).sorted();
            QuoteHistory history = QuoteHistory.ofFile(
                    rows.rows(),
                    rows.column("timestamp"),
                    rows.column("sequence"),
                    rows.column("bidprice"),
                    rows.column("offerprice"));
            BusinessCalendar calendar = new BusinessCalendar(ZoneId.of("Australia/Sydney"), null, Set.of());
            slices.add(new Slice(
                    new SecurityDay(security.getKey(), LocalDate.parse(date)),
                    events,
                    legs,
                    history,
                    session(LocalDate.parse(date), calendar, security.getKey()),
                    OrderIndex.of(events, legs),
                    calendar,
                    1000,
                    1));
        }
        return slices;
    }

    private SessionHours session(LocalDate date, BusinessCalendar calendar, long security) throws IOException {
        List<SessionChange> changes = new ArrayList<>();
        for (String line : Files.readAllLines(market.resolve("sessions/sessions.csv"))) {
            String[] cells = line.trim().split(",", -1);
            if (cells[7].equals(Long.toString(security))) {
                changes.add(SessionChange.of(Long.parseLong(cells[8]), cells[6], cells[4], cells[5]));
            }
        }
        return SessionHours.ofRows(date, calendar, changes);
    }

    /** Rows by security, duplicates dropped. */
    private Map<Long, InputRows> rows(InputKind kind, String file, Consumer<Map<String, Long>> changed)
            throws IOException {
        Map<Long, InputRows> rows = new TreeMap<>();
        Set<Map<String, Long>> seen = new HashSet<>();
        List<String> lines = Files.readAllLines(market.resolve(file));
        List<String> header =
                Stream.of(lines.get(0).split(",", -1)).map(GeneratedDays::plain).toList();
        String security = kind.columns().get(kind.securityColumn()).name();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Long> row = new HashMap<>();
            for (InputColumn column : kind.columns()) {
                int at = header.indexOf(plain(column.name()));
                if (at >= 0 && cells[at].matches("-?\\d+") && !column.name().equals("row_num")) {
                    row.put(column.name(), Long.parseLong(cells[at]));
                }
            }
            changed.accept(row);
            if (seen.add(row)) {
                rows.computeIfAbsent(row.get(security), code -> new InputRows(kind))
                        .add(row);
            }
        }
        return rows;
    }

    private static String plain(String name) {
        return name.trim().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
