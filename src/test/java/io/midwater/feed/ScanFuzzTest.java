package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Small files with bytes changed, dropped, doubled, swapped and spliced anywhere, the header included. No scan may end otherwise
 * than with rows or with an {@link InputException}; and what it finds may not depend on the buffer's size or on where the file is
 * cut, as it would if bytes outside the file were looked at.
 */
class ScanFuzzTest {
    private static final byte[][] FILES = files(
            "order_id,timestamp,sequence,security_code,side,price,quantity,leavesquantity,totalmatchedquantity,"
                    + "changereason,orderstatus,national_bid,timevaliditydecoded,date\n",
            "7905000000000000017,1725497251000000000,11,110001,1,3390,500,500,0,6,1,3380,Day,2024-09-05\n",
            "7905000000000000018,1725497251000000001,12,110002,Sell,3390.00,1,0,1,3,2,-9223372036854775808,\"a \"\"b\"\"\",\n",
            " 9223372036854775807 ,1725497252000000000,-5,\"110001\",2,0,0007,7,,6,1,,\u00fc,2024-09-05\r\n\n");
    private static final byte[] TELLING = ",\"\n\r\t 0192-.+eE:T\0\u007f".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_LINE = 150;

    private static byte[][] files(String header, String... rows) {
        byte[][] files = new byte[rows.length + 1][];
        StringBuilder all = new StringBuilder(header);
        for (int i = 0; i < rows.length; i++) {
            files[i] = (header + rows[i]).getBytes(StandardCharsets.UTF_8);
            all.append(rows[i]);
        }
        files[rows.length] = all.toString().getBytes(StandardCharsets.UTF_8);
        return files;
    }

    @Test
    void mutatedFilesGiveRowsOrAClearError() {
        fuzz(0, 3_000);
    }

    @Tag("nightly")
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    @Test
    void aMillionMutatedFilesGiveRowsOrAClearError() {
        fuzz(3_000, 1_003_000);
    }

    private static void fuzz(int from, int to) {
        int refused = 0;
        for (int seed = from; seed < to; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] file = mutated(random);
            FeedOptions options = FeedOptions.defaults()
                    .withCsv(',', '"', random.nextInt(4) == 0 ? LONGEST_LINE : 1 << 20)
                    .withPriceDecimals(random.nextInt(3));
            if (random.nextInt(3) == 0) {
                options = options.withSelection(19_971, 19_971, 110_001);
            }
            try {
                Scanned whole = InMemory.scan(file, InputKind.ORDERS, options, LineReader.CAPACITY, List.of());
                Scanned cut = InMemory.scan(
                        file,
                        InputKind.ORDERS,
                        options,
                        8 + random.nextInt(300),
                        List.of(random.nextInt(file.length + 1)));
                assertThat(cut.units()).as("file of seed %d", seed).isEqualTo(whole.units());
                assertThat(cut.rejects()).as("file of seed %d", seed).isEqualTo(whole.rejects());
            } catch (InputException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("file of seed " + seed, e);
            }
        }
        // A header that lost a column ends the file; the rows of the others were read.
        assertThat(refused).isBetween((to - from) / 50, (to - from) / 3);
    }

    private static byte[] mutated(SplittableRandom random) {
        byte[] bytes = FILES[random.nextInt(FILES.length)];
        List<Byte> file = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            file.add(b);
        }
        // One file in five may lose its header.
        int first = random.nextInt(5) == 0 ? 0 : file.indexOf((byte) '\n') + 1;
        for (int i = 1 + random.nextInt(6); i > 0 && file.size() > first; i--) {
            int at = first + random.nextInt(file.size() - first);
            switch (random.nextInt(6)) {
                case 0 -> file.set(at, (byte) random.nextInt(256));
                case 1 -> file.set(at, TELLING[random.nextInt(TELLING.length)]);
                case 2 -> file.remove(at);
                case 3 -> file.add(at, TELLING[random.nextInt(TELLING.length)]);
                case 4 ->
                    file.addAll(at, List.copyOf(file.subList(at, Math.min(file.size(), at + random.nextInt(40)))));
                default ->
                    file.subList(at, Math.min(file.size(), at + random.nextInt(40)))
                            .clear();
            }
        }
        byte[] mutated = new byte[file.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = file.get(i);
        }
        return mutated;
    }
}
