package io.midwater.generator;

import io.midwater.domain.BusinessCalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The small files beside the tape: reference data, brokers, the configuration that runs the market, and the totals. */
final class MarketFiles {
    private static final String REFERENCE_HEADER = "Id,TradeDate,Name,IsinCode,Currency,CurrencyUnit,CurrencyRelation,"
            + "DecimalsInPrice,DecimalsInQuantity,PriceQuotationFactor,OrderTypeAttributes,GroupType,isActive,TickSize";
    private static final String PARTICIPANTS_HEADER =
            "Id,ParticipantName,ParticipantLongName,ParticipantType,ExchangeId,TradeDate";
    private static final String UTF_8_NOTE = "# A synthetic market with known answers: see expected/.\n";

    private MarketFiles() {}

    /** Prices are tenths of a cent: the currency's second unit with one decimal. */
    static void writeReference(Path out, Instrument[] books, List<LocalDate> dates) throws IOException {
        try (CsvFile file = CsvFile.create(out.resolve("reference/reference.csv"), REFERENCE_HEADER)) {
            for (LocalDate date : dates) {
                for (Instrument book : books) {
                    String name = "Synthetic " + (book.index() + 1);
                    String row = book.code() + "," + date + "," + name + ",SYN" + book.code() + ",AUD,2,100,1,0,1,"
                            + "\"32,64,128,256,1024\",5,true," + book.tick();
                    file.text(row.getBytes(StandardCharsets.US_ASCII)).endRow();
                }
            }
        }
    }

    static void writeParticipants(Path out, LocalDate firstDate) throws IOException {
        try (CsvFile file = CsvFile.create(out.resolve("participants/participants.csv"), PARTICIPANTS_HEADER)) {
            for (int i = 0; i < Brokers.count(); i++) {
                int number = Brokers.number(i);
                String row = number + ",B" + number + ",Broker " + number + ",1,XASX," + firstDate;
                file.text(row.getBytes(StandardCharsets.US_ASCII)).endRow();
            }
        }
    }

    static void writeConfiguration(Path out) throws IOException {
        StringBuilder text = new StringBuilder(UTF_8_NOTE).append("midwater {\n  input {\n");
        for (String kind : List.of("orders", "trades", "quotes", "sessions", "reference", "participants")) {
            text.append("    ")
                    .append(kind)
                    .append(" = [")
                    .append(quoted(out.resolve(kind)))
                    .append("]\n");
        }
        text.append("  }\n  output.path = ")
                .append(quoted(out.resolve("results")))
                .append("\n}\n");
        Files.writeString(out.resolve("midwater.conf"), text);
    }

    private static String quoted(Path path) {
        return "\""
                + path.toAbsolutePath()
                        .normalize()
                        .toString()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"") + "\"";
    }

    static void writeSummary(
            Path out, KnownAnswers answers, Instrument[] books, Map<String, Long> rows, Map<String, Long> counters)
            throws IOException {
        StringBuilder text = new StringBuilder("{\n\"overall\":");
        text.append(answers.overall().json()).append(",\n\"by_fill_class\":");
        appendTotals(text, answers.byFillClass());
        text.append(",\n\"by_date\":");
        appendTotals(text, answers.byDate());
        text.append(",\n\"by_security\":{");
        String separator = "\n";
        for (Instrument book : books) {
            text.append(separator).append('"').append(book.code()).append("\":");
            text.append(answers.security(book.index()).json());
            separator = ",\n";
        }
        text.append("},\n\"rows\":");
        appendNumbers(text, rows);
        counters.forEach(
                (name, value) -> text.append(",\n\"").append(name).append("\":").append(value));
        text.append("\n}\n");
        Files.writeString(out.resolve("expected/summary.json"), text);
    }

    private static void appendTotals(StringBuilder text, Map<String, Totals> totals) {
        String separator = "{\n";
        for (Map.Entry<String, Totals> entry : totals.entrySet()) {
            text.append(separator).append('"').append(entry.getKey()).append("\":");
            text.append(entry.getValue().json());
            separator = ",\n";
        }
        text.append('}');
    }

    private static void appendNumbers(StringBuilder text, Map<String, Long> numbers) {
        String separator = "{\n";
        for (Map.Entry<String, Long> entry : numbers.entrySet()) {
            text.append(separator)
                    .append('"')
                    .append(entry.getKey())
                    .append("\":")
                    .append(entry.getValue());
            separator = ",\n";
        }
        text.append('}');
    }

    /** The trading days of a market, ascending; weekdays, as no holidays are assumed. */
    static List<LocalDate> tradingDays(BusinessCalendar calendar, LocalDate first, int count) {
        LocalDate[] days = new LocalDate[count];
        LocalDate day = first;
        for (int i = 0; i < count; i++) {
            days[i] = calendar.nextTradingDay(day);
            day = days[i].plusDays(1);
        }
        return List.of(days);
    }
}
