package io.midwater.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * An orders file for measuring: 30 columns, 40 securities, 5 dates (or {@code -Ddates}), about 158 bytes a row. Each row
 * follows from its number alone, so the same rows can be written in any order.
 */
final class OrdersFile {
    static final String HEADER =
            "order_id,exchange,timestamp,security_code,price,side,changereason,orderstatus,quantity,"
                    + "leavesquantity,ordertype,exchangeordertype,national_bid,national_offer,bid,offer,"
                    + "participantid,preferenceonly,midtick,singlefillminimumquantity,minimumquantity,sequence,"
                    + "crossingkey,totalmatchedquantity,shortsellquantity,triggercondition,timevaliditydecoded,"
                    + "row_num,timevalidity,date";
    static final LocalDate FIRST_DATE = LocalDate.of(2024, 9, 2);
    static final int DATES = Integer.getInteger("dates", 5);
    static final int FIRST_SECURITY = 110_000;
    static final int SECURITIES = 40;

    private static final int BYTES_PER_ROW = 158;
    private static final long TRADING_NS = 6L * 3600 * 1_000_000_000L;

    private final long rows;
    private final long rowsPerDate;
    private final StringBuilder row = new StringBuilder();

    OrdersFile(long rows) {
        this.rows = rows;
        this.rowsPerDate = (rows + DATES - 1) / DATES;
    }

    /** In which order the rows stand in the file. */
    enum Order {
        TIME,
        /** No row further than 1 % of the file from its place. */
        NEARLY,
        SHUFFLED
    }

    /** Arguments: file, bytes ({@code 500m}, {@code 8g}), order ({@code time}, {@code nearly}, {@code shuffled}). */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        String size = arguments[1];
        long unit = size.endsWith("g") ? 1_000_000_000 : 1_000_000;
        long bytes = Long.parseLong(size.substring(0, size.length() - 1)) * unit;
        Order order = Order.valueOf(arguments[2].toUpperCase(java.util.Locale.ROOT));
        Path part = Path.of(file + ".part");
        new OrdersFile(bytes / BYTES_PER_ROW).write(part, order);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void write(Path file, Order order) throws IOException {
        long block =
                switch (order) {
                    case TIME -> 1;
                    case NEARLY -> Math.max(1, rows / 100);
                    case SHUFFLED -> rows;
                };
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
            for (long first = 0; first < rows; first += block) {
                long length = Math.min(block, rows - first);
                for (long i = 0; i < length; i++) {
                    write(out, first + shuffled(i, length));
                }
            }
        }
    }

    /** Place {@code i} of a permutation of 0 … {@code length − 1}: a Feistel network, walked until it stays inside. */
    private static long shuffled(long i, long length) {
        if (length < 3) {
            return i;
        }
        int half = (65 - Long.numberOfLeadingZeros(length - 1)) / 2;
        long mask = (1L << half) - 1;
        long place = i;
        do {
            long left = place >>> half;
            long right = place & mask;
            for (int round = 1; round <= 4; round++) {
                long mixed = (right + round) * 0x9E3779B97F4A7C15L;
                long next = left ^ (mixed ^ mixed >>> 29) >>> 17 & mask;
                left = right;
                right = next & mask;
            }
            place = left << half | right;
        } while (place >= length);
        return place;
    }

    private void write(OutputStream out, long number) throws IOException {
        row.setLength(0);
        append(number, new SplittableRandom(number));
        out.write(row.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void append(long number, SplittableRandom random) {
        long day = number / rowsPerDate;
        LocalDate date = FIRST_DATE.plusDays(day);
        // 10:00 in Sydney is midnight UTC in September; six hours of trading.
        long step = Math.max(1, TRADING_NS / rowsPerDate);
        long timestamp = date.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC) * 1_000_000_000L
                + (number - day * rowsPerDate) * step
                + random.nextLong(Math.min(1000, step));
        long quantity = random.nextInt(1, 5000);
        long leaves = random.nextInt(3) == 0 ? 0 : quantity;
        int price = 3380 + 10 * random.nextInt(5);
        row.append(7_905_000_000_000_000_017L + random.nextInt(1 << 28))
                .append(",3,")
                .append(timestamp);
        row.append(',').append(FIRST_SECURITY + random.nextInt(SECURITIES));
        row.append(',').append(price).append(',');
        row.append(1 + random.nextInt(2))
                .append(leaves == 0 ? ",3,2," : ",6,1,")
                .append(quantity)
                .append(',');
        row.append(leaves)
                .append(",1,")
                .append(random.nextInt(4) == 0 ? 2048 : 0)
                .append(",3380,3390,3380,3390,");
        row.append(40 + random.nextInt(60))
                .append(",2,2,2,0,")
                .append(11_000_000 + number)
                .append(",0,");
        row.append(quantity - leaves).append(",0,0,").append(number % 7 == 0 ? "Good Till Cancel" : "Rest of Day");
        row.append(',').append(8000 + number).append(",256,").append(date).append('\n');
    }
}
