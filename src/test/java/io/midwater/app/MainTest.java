package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.app.output.UsageException;
import io.midwater.feed.InputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String[] RUN = {
        "run", "--set", "input.orders=o.csv", "--set", "input.trades=t.csv", "--set", "output.path=out"
    };

    @Test
    void helpListsTheCommands() {
        Terminal help = Terminal.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("run ", "plan ", "generate ", "Exit codes: 0 done", "  MIDWATER_DRIVER_MEMORY  heap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "plan", "inspect", "generate", "explain", "verify", "compare", "report", "completion"})
    void everyCommandHasHelpWithExamples(String command) {
        Terminal help = Terminal.of(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: midwater " + command, "Examples:", "  scripts/midwater " + command + " ");
        assertThat(help.runs()).isEmpty();
    }

    @Test
    void usageErrorsSayWhatAndWhere() {
        assertUsage(Terminal.of(), "midwater: Missing required subcommand", "Try 'scripts/midwater --help'.");
        assertUsage(Terminal.of("rum"), "midwater: no command 'rum'", "Did you mean: midwater run?");
        assertUsage(
                Terminal.of("run", "--confg=a"), "Unknown option: '--confg=a'", "Try 'scripts/midwater run --help'.");
        assertUsage(Terminal.of("generate"), "Missing required option: '--out=DIR'");
        assertUsage(Terminal.of("explain"), "Missing required option: '--order=ID'");
        assertUsage(Terminal.of("generate", "--out", "x", "--size", "big"), "must be a size such as 64k, 1m or 2g");
        assertUsage(Terminal.of("generate", "--out", "x", "--orders", "-1"), "--orders must be positive, was -1");
        assertUsage(
                Terminal.of("generate", "--out", "x", "--orders", "1", "--size", "1m"),
                "give --size or --orders, not both");
        assertUsage(Terminal.of("explain", "--order", "x1"), "must be a whole number of 64 bits", "was 'x1'");
        assertUsage(
                Terminal.of("verify", "--output", "target/nothing"),
                "target/nothing holds no finished run",
                "(scripts/midwater run)");
        assertUsage(
                Terminal.of("verify", "--output", "foo://a/b"), "foo://a/b cannot be opened: No FileSystem for scheme");
    }

    @Test
    void runReceivesConfigurationAndArguments() {
        Terminal run =
                Terminal.of(ExitCode.PARTIAL, null, with("--master", "local[2]", "--fresh", "--set", "output.path=b"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.runs()).containsExactly(new RunArguments("local[2]", true));
        assertThat(run.outputs()).containsExactly(Path.of("b"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void configurationProblemsAreListedWithoutAStack() {
        Terminal run = Terminal.of("run", "--set", "output.pth=a", "--config", "missing.conf");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        midwater: 2 problems in the configuration
                          configuration file cannot be read, was missing.conf
                          output.pth: unknown setting, did you mean output.path? (--set output.pth=a)
                        """);
        assertThat(run.runs()).isEmpty();
    }

    /** What a run was told with --set finds its output again. */
    @ParameterizedTest
    @ValueSource(strings = {"verify", "report", "explain --order=1"})
    void questionsTakeTheSettingsOfTheRun(String command) {
        String[] line = (command
                        + " --config=conf/example.conf --set output.path=target/one --set output.path=target/two")
                .split(" ");

        assertUsage(Terminal.of(line), "target/two holds no finished run");
        assertUsage(
                Terminal.of((command + " --output=target/one --set output.path=target/two").split(" ")),
                "--set goes with --config FILE, not with --output DIR");
        assertUsage(Terminal.of(command.split(" ")), "give either --config FILE or --output DIR");
    }

    @Test
    void unusableInputIsExitThreeEvenInsideAnotherError() {
        RuntimeException wrapped =
                new IllegalStateException("a task failed", new InputException("o.csv: no column price"));

        Terminal run = Terminal.of(ExitCode.DONE, wrapped, RUN);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("midwater: o.csv: no column price\n");
    }

    @Test
    void ourFailuresAreOneLine() {
        Terminal run = Terminal.of(ExitCode.DONE, new IllegalStateException("rows do not close\nby 3"), RUN);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("midwater: internal error: java.lang.IllegalStateException: rows do not close\n");
    }

    @Test
    void exitCodesArePublic() {
        assertThat(List.of(ExitCode.values())).extracting(ExitCode::code).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(ExitCode.of(new UsageException("locked"))).isEqualTo(ExitCode.USAGE);
        assertThat(ExitCode.of(new OutOfMemoryError("heap"))).isEqualTo(ExitCode.FAILED);
        assertThat(ExitCode.cause(new RuntimeException(new InputException("x"))))
                .isInstanceOf(InputException.class);
    }

    private static void assertUsage(Terminal terminal, String... texts) {
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains(texts).doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    private static String[] with(String... more) {
        String[] all = new String[RUN.length + more.length];
        System.arraycopy(RUN, 0, all, 0, RUN.length);
        System.arraycopy(more, 0, all, RUN.length, more.length);
        return all;
    }
}
