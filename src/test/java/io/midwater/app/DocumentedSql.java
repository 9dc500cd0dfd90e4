package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InvariantException;
import io.midwater.generator.GeneratorOptions;
import io.midwater.generator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of the pages, as printed but for the folder {@code results/}, which becomes an output of a generated market: of
 * two securities on two dates, with a rejected row, the sums of rule605, and an earlier run whose units all failed.
 */
final class DocumentedSql {
    private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\n(.*?)^```$|`(SELECT [^`\\n]+)`");
    private static Path results;

    private DocumentedSql() {}

    /** Every statement of a page, those within a sentence too. */
    static List<String> blocks(Path page) throws IOException {
        return statements(Files.readString(page));
    }

    /** The statements of one section. */
    static List<String> blocks(Path page, String section) throws IOException {
        String text = Files.readString(page);
        int start = text.indexOf("\n## " + section + "\n");
        assertThat(start).as("section " + section).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        return statements(text.substring(start, end));
    }

    private static List<String> statements(String text) throws IOException {
        Path output = results();
        String run = FullRun.newest(output).getFileName().toString();
        Matcher found = SQL.matcher(text);
        return found.results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(sql -> sql.replace("'results/", "'" + output + "/").replace("/RUN/", "/" + run + "/"))
                .toList();
    }

    /** The output, made once. */
    static synchronized Path results() throws IOException {
        if (results == null) {
            Path folder = MarketRun.temporary("documented-sql");
            Path market = folder.resolve("market");
            new MarketGenerator(new GeneratorOptions(market, 2, 2, -1, 1_000, 1)).run((date, done, of, bytes) -> {});
            Files.writeString(market.resolve("orders/orders_2024-09-02.csv"), "no order\n", StandardOpenOption.APPEND);
            Path output = folder.resolve("results");
            Pipeline poisoned = new Pipeline(analysis -> (slice, findings, rows) -> {
                throw new InvariantException("a check that never holds");
            });
            FullRun failed = run(poisoned, market, output);
            assertThat(failed.code()).as(failed.said()).isEqualTo(ExitCode.PARTIAL.code());
            FullRun done = run(new Pipeline(), market, output);
            assertThat(done.code()).as(done.said()).isZero();
            results = output;
        }
        return results;
    }

    private static FullRun run(Pipeline pipeline, Path market, Path output) {
        return FullRun.of(
                pipeline.withoutReport(),
                "run",
                "--master",
                "local[1]",
                "--config",
                market.resolve("midwater.conf").toString(),
                "--set",
                "output.path=" + output,
                "--set",
                "output.aggregates=[global,security,date,participant,time_of_day,order_size,time_series,scenario,rule605]");
    }
}
