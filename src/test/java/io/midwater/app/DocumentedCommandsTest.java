package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command that the documents name exists and takes the options it is shown with; every file and page they point to
 * is there. What they do as they are printed is shown by {@link DocumentedCommandsIT}.
 */
class DocumentedCommandsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CONF = Pattern.compile("\\bconf/[a-z0-9-]+\\.[a-z0-9]+\\b");
    private static final Pattern CLASS = Pattern.compile("\\bio\\.midwater(?:\\.[a-z0-9]+)*\\.[A-Z]\\w+\\b");
    private static final Pattern PROFILE = Pattern.compile("-P([a-z-]+)");

    @TestFactory
    Stream<DynamicTest> documents() throws IOException {
        return DocumentedCommands.pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> check(page)));
    }

    private static void check(Path page) throws IOException {
        String text = Files.readString(page);
        for (List<String> snippet : DocumentedCommands.snippets(page)) {
            for (String command : snippet) {
                check(page, command);
            }
        }
        Path folder = page.toAbsolutePath().getParent();
        LINK.matcher(text).results().forEach(link -> assertThat(folder.resolve(link.group(1)))
                .as("%s: %s", page, link.group())
                .exists());
        CONF.matcher(text).results().forEach(file -> assertThat(Path.of(file.group()))
                .as(page.toString())
                .exists());
        CLASS.matcher(text).results().forEach(type -> assertThatCode(
                        () -> Class.forName(type.group(), false, DocumentedCommandsTest.class.getClassLoader()))
                .as("%s: %s", page, type.group())
                .doesNotThrowAnyException());
    }

    private static void check(Path page, String command) throws IOException {
        List<String> words = DocumentedCommands.words(command);
        String what = page + ": " + command;
        if (words.get(0).startsWith("scripts/")) {
            assertThat(Path.of(words.get(0))).as(what).isExecutable();
        }
        int end = (int)
                words.stream().takeWhile(word -> !word.matches("[|&>;].*|2>.*")).count();
        if (words.get(0).equals("scripts/midwater") && end > 1) {
            String[] arguments = words.subList(1, end).stream()
                    .filter(word -> !word.equals("…") && !word.equals("[options]"))
                    .map(word -> word.matches("ID|N") ? "1" : word)
                    .toArray(String[]::new);
            if (!arguments[0].matches("[A-Z]+|--(help|version)")) {
                assertThatCode(() -> Main.commandLine((config, options, outcome) -> ExitCode.DONE)
                                .parseArgs(arguments))
                        .as(what)
                        .doesNotThrowAnyException();
            }
        }
        Matcher profile = PROFILE.matcher(command);
        if (words.get(0).equals("./mvnw") && profile.find()) {
            assertThat(Files.readString(Path.of("pom.xml"))).as(what).contains("<id>" + profile.group(1) + "</id>");
        }
    }
}
