package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scanner against the obvious slow reader, on rows good and bad, whole and cut anywhere. */
class ScanPropertyTest {
    private static final String HEADER = "EXCHANGE,sequence,tradedate,tradetime,securitycode,orderid,dealsource,"
            + "dealsourcedecoded,matchgroupid,nationalbidpricesnapshot,tradeprice,quantity,side,row_num";
    private static final int FIELDS = 14;
    private static final String[] ODD = {
        "",
        " ",
        "abc",
        "-1",
        "-0",
        "0",
        "007",
        "10.5",
        "10.0",
        "1e5",
        "NaN",
        "Infinity",
        "+5",
        "1,000",
        "a\rb",
        "\u0000",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "0000000000000000000000012",
        "3",
        "Buy",
        " sell ",
        "SELL",
        "2024-02-30",
        "2024-02-29",
        "05/09/2024",
        "2024-09-05T10:00",
        "99999999999999999999999999",
        "1725497251000000000",
        "1725500000000",
        "4102444800000000000",
        "4102444799999999999",
        "2147483647",
        "2147483648",
        "-2147483649",
        ".5",
        "5.",
        ".",
        "-",
        "-.",
        "..",
        "92233720368547758.07",
        "92233720368547758.08",
        "1.230",
        "1.234",
        "=HYPERLINK(1)",
        "x\"y",
        "\u00fc",
        "é\u00ff",
        "12345678",
        "123456789",
        "1234567890123456",
        "12345678901234567",
        "1234567x",
        "x2345678",
        "1234567 ",
        "9999999999999999999",
        "\t7\t",
        "NULL"
    };

    private static String[] goodRow(Random random) {
        LocalDate day = LocalDate.of(2024, 9, 2).plusDays(random.nextInt(9));
        long timestamp = day.toEpochDay() * 86_400_000_000_000L + random.nextLong(86_400_000_000_000L);
        return new String[] {
            "" + random.nextInt(4),
            "" + random.nextInt(1_000_000),
            day.toString(),
            "" + timestamp,
            "" + (110_000 + random.nextInt(4)),
            "" + random.nextLong(Long.MAX_VALUE),
            "" + random.nextInt(60),
            random.nextBoolean() ? "Fill" : "Centre Point, \"dark\" " + random.nextInt(9),
            "" + random.nextLong(Long.MAX_VALUE),
            random.nextInt(5) == 0 ? "-9223372036854775808" : "" + random.nextInt(5000),
            random.nextInt(5000) + (random.nextBoolean() ? "" : "." + random.nextInt(100)),
            "" + random.nextLong(1L << random.nextInt(1, 62)),
            random.nextBoolean() ? "1" : "Sell",
            "" + random.nextInt(1_000_000)
        };
    }

    private static String text(String[] fields, Random random, boolean quoteAll) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            line.append(i == 0 ? "" : ",");
            boolean mustQuote = fields[i].indexOf(',') >= 0 || fields[i].indexOf('"') >= 0;
            if (quoteAll || mustQuote && random.nextInt(20) > 0 || random.nextInt(30) == 0) {
                line.append(random.nextInt(9) == 0 ? " " : "");
                line.append('"').append(fields[i].replace("\"", "\"\"")).append('"');
                line.append(random.nextInt(9) == 0 ? " " : "");
            } else {
                line.append(fields[i]);
            }
        }
        return line.toString();
    }

    /** A file of good rows, odd fields, blank lines, short and long lines, cut bytes. */
    private static byte[] file(Random random, int rows) {
        StringBuilder file =
                new StringBuilder(random.nextBoolean() ? HEADER + "\n" : "\u00ef\u00bb\u00bf" + HEADER + "\r\n");
        for (int i = 0; i < rows; i++) {
            String[] fields = goodRow(random);
            if (random.nextInt(3) == 0) {
                fields[random.nextInt(FIELDS)] = ODD[random.nextInt(ODD.length)];
            }
            if (random.nextInt(20) == 0) {
                fields = Arrays.copyOf(fields, FIELDS - 1);
            }
            if (random.nextInt(40) == 0) {
                fields[7] = "x".repeat(random.nextInt(400));
            }
            if (random.nextInt(10) == 0) {
                file.append(random.nextBoolean() ? "" : "  ").append(random.nextBoolean() ? "\n" : "\r\n");
            }
            file.append(text(fields, random, random.nextInt(10) == 0));
            file.append(i == rows - 1 && random.nextBoolean() ? "" : random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.ISO_8859_1);
        int first = Math.max(0, file.indexOf("\n") + 1);
        for (int i = random.nextInt(4); i > 0 && first < bytes.length && random.nextBoolean(); i--) {
            bytes[first + random.nextInt(bytes.length - first)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static FeedOptions options(Random random) {
        FeedOptions options = FeedOptions.defaults()
                .withCsv(',', '"', random.nextInt(3) == 0 ? 200 + random.nextInt(200) : 1 << 20)
                .withPriceDecimals(random.nextInt(4));
        if (random.nextBoolean()) {
            int day = (int) LocalDate.of(2024, 9, 3).toEpochDay();
            return options.withSelection(day, day + random.nextInt(3), 110_001, 110_003);
        }
        return options;
    }

    private static List<Integer> cuts(Random random, int length, int count) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cuts.add(random.nextInt(length + 1));
        }
        cuts.sort(null);
        return cuts;
    }

    /** The verdicts of the slow reader, arranged as the scanner gives its results. */
    private static void check(byte[] file, FeedOptions options, int capacity, List<Integer> cuts) {
        Scanned scanned = InMemory.scan(file, InputKind.TRADES, options, capacity, cuts);
        HeaderMapping header = InMemory.file(file, InputKind.TRADES, options).header();
        List<String> verdicts = new PlainReader(InputKind.TRADES, options, header).read(file);
        Map<Long, String> kept = new LinkedHashMap<>();
        List<String> rejects = new ArrayList<>();
        long blank = 0;
        long filtered = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            String verdict = verdicts.get(i);
            if (verdict.equals("blank")) {
                blank++;
            } else if (verdict.equals("filtered")) {
                filtered++;
            } else if (Character.isUpperCase(verdict.charAt(0))) {
                rejects.add((i + 2) + " " + verdict);
            } else {
                kept.put(i + 2L, verdict);
            }
        }
        assertThat(scanned.rejectLines()).isEqualTo(rejects);
        assertThat(scanned.total().blank()).isEqualTo(blank);
        assertThat(scanned.total().filtered()).isEqualTo(filtered);
        assertThat(scanned.total().lines()).isEqualTo(verdicts.size());
        assertThat(scanned.total().bytes()).isEqualTo(file.length - header.bytes());
        Map<Long, String> found = new LinkedHashMap<>();
        scanned.units().forEach((unit, rows) -> {
            long before = 0;
            for (Map<String, String> row : rows) {
                long line = Long.parseLong(row.get(BlockSchemas.LINE));
                assertThat(line).as("file order within a unit").isGreaterThan(before);
                before = line;
                assertThat(lineAt(file, row)).isEqualTo(line);
                List<String> values = new ArrayList<>();
                row.forEach((name, value) -> {
                    if (!name.startsWith("_")) {
                        values.add(name + "=" + value);
                    }
                });
                found.put(line, unit + " " + String.join(" ", values));
            }
        });
        assertThat(found).containsExactlyInAnyOrderEntriesOf(kept);
    }

    /** The physical line that begins at the row's offset. */
    private static long lineAt(byte[] file, Map<String, String> row) {
        int offset = Integer.parseInt(row.get(BlockSchemas.OFFSET));
        assertThat(file[offset - 1]).isEqualTo((byte) '\n');
        long line = 1;
        for (int i = 0; i < offset; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    @Property(tries = 400)
    void anyFileCutAnywhereGivesWhatTheSlowReaderGives(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 63) int cuts) {
        Random random = new Random(seed);
        byte[] file = file(random, random.nextInt(60));
        FeedOptions options = options(random);
        int capacity = random.nextBoolean() ? LineReader.CAPACITY : 8 + random.nextInt(600);
        check(file, options, capacity, cuts(random, file.length, cuts));
    }

    @Test
    void aCutAtEveryByteGivesEachRowOnce() {
        Random random = new Random(7);
        byte[] file = file(random, 12);
        for (int cut = 0; cut <= file.length; cut++) {
            check(file, FeedOptions.defaults(), 64, List.of(cut));
        }
    }

    @Property(tries = 300)
    void quotingEveryFieldChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        FeedOptions options = options(random);
        String[] fields = goodRow(random);
        fields[7] = "Fill";
        String odd = ODD[random.nextInt(ODD.length)];
        if (odd.indexOf('"') < 0 && odd.indexOf(',') < 0) {
            fields[random.nextInt(FIELDS)] = odd;
        }
        String plain = HEADER + "\n" + String.join(",", fields) + "\n";
        String quoted = HEADER + "\n\"" + String.join("\",\"", fields) + "\"\n";
        Scanned fast = InMemory.scan(plain, InputKind.TRADES, options);
        Scanned slow = InMemory.scan(quoted, InputKind.TRADES, options);
        assertThat(slow.units()).isEqualTo(fast.units());
        assertThat(slow.rejectLines()).isEqualTo(fast.rejectLines());
    }

    @Tag("nightly")
    @Test
    void aMillionDamagedRowsGiveWhatTheSlowReaderGives() {
        Random random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            byte[] file = file(random, random.nextInt(70));
            check(file, options(random), 8 + random.nextInt(600), cuts(random, file.length, random.nextInt(9)));
        }
    }
}
