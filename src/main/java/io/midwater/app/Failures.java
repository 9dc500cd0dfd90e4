package io.midwater.app;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command ended: a message without a stack for the user's errors, one line and a logged stack for ours. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter terminal = command.getErr();
        if (ExitCode.cause(error) == null) {
            LoggerFactory.getLogger(Main.class).error("{} failed", command.getCommandName(), error);
        }
        terminal.println("midwater: " + message(error));
        terminal.flush();
        return ExitCode.of(error).code();
    }

    /** What there is to say about an error. */
    static String message(Exception error) {
        Throwable known = ExitCode.cause(error);
        if (known != null) {
            return known.getMessage();
        }
        String log = System.getProperty("midwater.log");
        if (isFullDisk(error)) {
            return "the disk is full: free some space and run again" + (log == null ? "" : ". The log is " + log + ".");
        }
        return "internal error: " + oneLine(error)
                + (log == null ? "" : ". The stack trace is in " + log + "; please report it with that file.");
    }

    /** The system's own words, which Java and Hadoop pass on. */
    private static boolean isFullDisk(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(Exception error) {
        return error.toString().lines().findFirst().orElse("");
    }
}
