package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal would obey, a shell would run or a log would give away is printed as text, or not at all. */
class HostileTextTest {
    private static final String DAY = "2024-09-05";
    /** Sets the window's title, clears the screen, then turns the direction of text. */
    private static final String HOSTILE = "\u001b]0;owned\u0007\u001b[2J\u202e";

    private static final String AS_TEXT = "\\u001b]0;owned\\u0007\\u001b[2J\\u202e";
    private static final String SECRET = "wJalrXUtnFEMI";

    @TempDir
    private Path folder;

    @Test
    void onlyTextPasses() {
        assertThat(PlainText.of("price 1,5\t£ 漢字 😀\n")).isEqualTo("price 1,5\t£ 漢字 😀\n");
        assertThat(PlainText.of(HOSTILE)).isEqualTo(AS_TEXT);
        assertThat(PlainText.of("a\rb\u009bc\u2028d\ufeffe")).isEqualTo("a\\u000db\\u009bc\\u2028d\\ufeffe");
        assertThat(PlainText.of(null)).isNull();
    }

    @Test
    void textsOfOrdersAreShownNotObeyed() throws IOException {
        SmallInput input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        input.trades("day.csv", seven[1]);
        String rows = seven[0].replace("\n", "," + HOSTILE + "\n");
        String header = SmallInput.ORDERS_HEADER.strip() + ",timevaliditydecoded\n";
        input.write("orders/day.csv", header + rows);

        FullRun run = input.run();
        FullRun explain =
                FullRun.of("explain", "--order", "1", "--output", input.output().toString(), "--json");

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(explain.code()).as(explain.said()).isZero();
        assertPlain(run.said());
        assertPlain(explain.said());
    }

    @Test
    void headersAndNamesOfFilesAreShownNotObeyed() throws IOException {
        SmallInput input = new SmallInput(folder.resolve("input"));
        input.trades("day.csv");
        // Esc c resets a terminal.
        Path orders = input.write(
                "orders/day\u001bc.csv", SmallInput.ORDERS_HEADER.replace(",side,", ",side" + HOSTILE + ",") + "1\n");

        FullRun inspect = FullRun.of("inspect", orders.toString());
        FullRun run = input.run();

        assertThat(inspect.said()).contains("day\\u001bc.csv");
        assertThat(run.code()).as(run.said()).isEqualTo(3);
        assertThat(run.err()).contains("day\\u001bc.csv");
        assertPlain(inspect.said());
        assertPlain(run.said());
    }

    @Test
    void argumentsAreShownNotObeyed() {
        FullRun unknown = FullRun.of("explain" + HOSTILE);

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains(AS_TEXT);
        assertPlain(unknown.err());
    }

    @Test
    void secretsAreNeitherPrintedNorKept() throws IOException {
        SmallInput input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        input.orders("day.csv", seven[0]);
        input.trades("day.csv", seven[1]);
        System.setProperty("spark.hadoop.fs.s3a.secret.key", SECRET);
        try {
            FullRun run = FullRun.of(input.arguments(input.output()).toArray(String[]::new));
            assertThat(run.code()).as(run.said()).isZero();
            assertThat(run.said()).contains("report.html").doesNotContain(SECRET);
        } finally {
            System.clearProperty("spark.hadoop.fs.s3a.secret.key");
        }
        try (Stream<Path> files = Files.walk(input.output().resolve("runs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(SECRET);
            }
        }

        FullRun refused = input.run("fs.s3a.secret.key=" + SECRET);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("fs: unknown setting (--set fs.s3a.secret.key=(hidden))")
                .doesNotContain(SECRET);
        assertThat(input.run("fs.s3a.endpoint=here").err()).contains("(--set fs.s3a.endpoint=here)");
    }

    private static void assertPlain(String text) {
        assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
                .isEmpty();
        assertThat(text).doesNotContain("\u202e");
    }
}
