package io.midwater.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages people read, and what these tell them to type. */
final class DocumentedCommands {
    private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```(?:sh|bash)\\n(.*?)^```");
    private static final Pattern INLINE = Pattern.compile("`((?:[A-Z_]+=\\S+ )*(?:scripts/|\\./mvnw)[^`\\n]*)`");

    private DocumentedCommands() {}

    /** README.md first, then docs/ in the order of the names. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
            pages.addAll(docs.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            return pages;
        }
    }

    /**
     * What a page gives to be typed at once: each shell block, and each command within a sentence.
     *
     * @return as lists of commands, one a line, without comments; in the order of the page, once each
     */
    static List<List<String>> snippets(Path page) throws IOException {
        Matcher found = Pattern.compile(SHELL_BLOCK + "|" + INLINE).matcher(Files.readString(page));
        return found.results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(DocumentedCommands::commands)
                .filter(commands -> !commands.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> commands(String snippet) {
        return snippet.replace("\\\n", " ")
                .lines()
                .map(line -> line.replaceAll("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The words of a command, without variables set in front of it and without quotes. */
    static List<String> words(String command) {
        return Arrays.stream(command.split("\\s+"))
                .dropWhile(word -> word.matches("[A-Z_]+=.*"))
                .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                .toList();
    }

    /** A sentence that only names a script, or a command of {@code scripts/midwater}, gives nothing to be typed. */
    static boolean isName(String command) {
        return command.matches("scripts/[a-z-]+( [a-z]+)?|\\./mvnw");
    }
}
