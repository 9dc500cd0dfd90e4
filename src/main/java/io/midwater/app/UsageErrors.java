package io.midwater.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with the command line, and where to read more. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter terminal = command.getErr();
        terminal.println("midwater: " + message(error));
        UnmatchedArgumentException.printSuggestions(error, terminal);
        terminal.println("Try 'scripts/" + command.getCommandSpec().qualifiedName() + " --help'.");
        terminal.flush();
        return ExitCode.USAGE.code();
    }

    private static String message(ParameterException error) {
        boolean noCommand = error instanceof UnmatchedArgumentException
                && error.getCommandLine().getParent() == null
                && !error.getMessage().contains("option");
        return noCommand
                ? "no command '"
                        + ((UnmatchedArgumentException) error).getUnmatched().get(0) + "'"
                : error.getMessage();
    }
}
