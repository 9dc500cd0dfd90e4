package io.midwater.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Midwater's command line in one long-lived process for many callers, each of which sends its arguments, every one ended
 * by NUL and an empty one behind the last, and gets the exit code when the command has ended. What the command said lies
 * in {@code command.out} and {@code command.err} of the working directory.
 */
final class CommandServer {
    private CommandServer() {}

    /** Prints the port and serves until killed. */
    public static void main(String[] none) throws IOException {
        PrintStream terminal = System.out;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            terminal.println(server.getLocalPort());
            while (true) {
                try (Socket caller = server.accept()) {
                    int code = answer(arguments(caller));
                    caller.getOutputStream().write((code + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static List<String> arguments(Socket caller) throws IOException {
        Reader reader = new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        int last = 0;
        for (int next = reader.read(); next > 0 || next == 0 && last > 0; next = reader.read()) {
            text.append((char) next);
            last = next;
        }
        return List.of(text.toString().split("\0"));
    }

    private static int answer(List<String> arguments) throws IOException {
        FullRun run = FullRun.of(arguments.toArray(String[]::new));
        Files.writeString(Path.of("command.out"), run.out());
        Files.writeString(Path.of("command.err"), run.err());
        return run.code();
    }
}
