package io.midwater.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.SparkSession;

/** The whole job in this process, as the command line runs it, and what it printed. */
record FullRun(int code, String out, String err) {

    /** Runs a command line with the real job behind {@code run}. */
    static FullRun of(String... arguments) {
        return of(new Pipeline(), arguments);
    }

    /** The same without a report, which would be most of the time that a small run takes. */
    static FullRun withoutReport(String... arguments) {
        return of(new Pipeline().withoutReport(), arguments);
    }

    /** The same with another pipeline. */
    static FullRun of(Pipeline pipeline, String... arguments) {
        // A session that other tests left would decide the number of cores.
        if (!SparkSession.getDefaultSession().isEmpty()) {
            SparkSession.getDefaultSession().get().stop();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream standardOut = System.out;
        PrintStream standardErr = System.err;
        int code;
        try (PrintStream capturedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream capturedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(capturedOut);
            System.setErr(capturedErr);
            code = Main.commandLine(pipeline).execute(arguments);
        } finally {
            System.setOut(standardOut);
            System.setErr(standardErr);
        }
        return new FullRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Both streams, for the message of a failed assertion. */
    String said() {
        return out + err;
    }

    /** The manifest of the newest run of an output. */
    static JsonNode manifest(Path output) throws IOException {
        return runFile(output, "manifest.json");
    }

    /** A JSON file of the newest run. */
    static JsonNode runFile(Path output, String name) throws IOException {
        return new ObjectMapper().readTree(newest(output).resolve(name).toFile());
    }

    /** The folder of the newest run. */
    static Path newest(Path output) throws IOException {
        return output.resolve("runs")
                .resolve(Files.readString(output.resolve("runs/latest")).strip());
    }

    /** SHA-256 of every published result below an output, by path: tables without rejects, CSV tree, aggregates. */
    static SortedMap<String, String> hashes(Path output) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String folder : new String[] {"tables", "by_security", "aggregated"}) {
            if (!Files.exists(output.resolve(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(output.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = output.relativize(file).toString();
                    if (!path.startsWith("tables/rejects/")) {
                        hashes.put(path, DigestUtils.sha256Hex(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return hashes;
    }
}
