package io.midwater.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What a command printed and said when it ended, and what the job was asked to do. */
record Terminal(int code, String out, String err, List<RunArguments> runs, List<Path> outputs) {

    static Terminal of(String... arguments) {
        return of(ExitCode.DONE, null, arguments);
    }

    /** @param failure what the job throws, or null */
    static Terminal of(ExitCode result, RuntimeException failure, String... arguments) {
        List<RunArguments> runs = new ArrayList<>();
        List<Path> outputs = new ArrayList<>();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine main = Main.commandLine((config, run, outcome) -> {
                    runs.add(run);
                    outputs.add(Path.of(config.output().path()));
                    if (failure != null) {
                        throw failure;
                    }
                    return result;
                })
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int code = main.execute(arguments);
        return new Terminal(code, out.toString(), err.toString(), runs, outputs);
    }
}
