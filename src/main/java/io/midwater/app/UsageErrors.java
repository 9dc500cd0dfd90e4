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
        terminal.println("midwater: " + error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, terminal);
        terminal.println("Try 'scripts/" + command.getCommandSpec().qualifiedName() + " --help'.");
        terminal.flush();
        return ExitCode.USAGE.code();
    }
}
