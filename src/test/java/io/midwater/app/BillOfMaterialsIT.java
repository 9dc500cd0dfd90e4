package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials lists what the jar and the Spark runtime bring, and none of it is known to be bad. */
class BillOfMaterialsIT {
    /** The first version without a hole that is widely known, and the hole. */
    private static final Map<String, String> MENDED = Map.ofEntries(
            Map.entry("org.apache.logging.log4j:log4j-core", "2.17.1 CVE-2021-44832"),
            Map.entry("com.fasterxml.jackson.core:jackson-databind", "2.13.5 CVE-2022-42003"),
            Map.entry("org.yaml:snakeyaml", "2.0 CVE-2022-1471"),
            Map.entry("org.apache.commons:commons-text", "1.10.0 CVE-2022-42889"),
            Map.entry("org.apache.commons:commons-compress", "1.26.0 CVE-2024-25710"),
            Map.entry("org.apache.commons:commons-lang3", "3.18.0 CVE-2025-48924"),
            Map.entry("commons-io:commons-io", "2.14.0 CVE-2024-47554"),
            Map.entry("com.google.guava:guava", "32.0.0 CVE-2023-2976"),
            Map.entry("com.google.code.gson:gson", "2.8.9 CVE-2022-25647"),
            Map.entry("com.google.protobuf:protobuf-java", "3.25.5 CVE-2024-7254"),
            Map.entry("org.apache.avro:avro", "1.11.4 CVE-2024-47561"),
            Map.entry("org.apache.zookeeper:zookeeper", "3.9.3 CVE-2024-51504"),
            Map.entry("io.netty:netty-codec-http2", "4.2.4 CVE-2025-55163"),
            Map.entry("org.xerial.snappy:snappy-java", "1.1.10.4 CVE-2023-43642"),
            Map.entry("org.apache.ivy:ivy", "2.5.2 CVE-2022-46751"));

    private static final Map<String, String> VERSIONS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("target/bom.json");
        assumeTrue(Files.exists(file), "needs the bill of materials: run ./mvnw verify");
        JsonNode bill = new ObjectMapper().readTree(file.toFile());
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        for (JsonNode library : bill.get("components")) {
            VERSIONS.put(
                    library.path("group").asText() + ":" + library.get("name").asText(),
                    library.get("version").asText());
        }
    }

    @Test
    void ourLibrariesAndSparksAreListedAndTheTestsAreNot() {
        assertThat(VERSIONS)
                .containsKeys(
                        "com.typesafe:config",
                        "info.picocli:picocli",
                        "de.siegmar:fastcsv",
                        "org.apache.spark:spark-sql_2.13",
                        "org.apache.hadoop:hadoop-client-runtime")
                .doesNotContainKeys("org.assertj:assertj-core", "org.apache.hadoop:hadoop-client-minicluster");
    }

    @Test
    void noVersionIsKnownToBeBad() {
        assertThat(VERSIONS)
                .doesNotContainKeys("log4j:log4j", "org.lz4:lz4-java", "commons-collections:commons-collections");
        MENDED.forEach((library, since) -> assertThat(VERSIONS)
                .hasEntrySatisfying(library, version -> assertThat(compare(version, since.split(" ")[0]))
                        .as(library + " " + version + " is older than " + since)
                        .isNotNegative()));
        assertThat(compare("2.9.10", "2.10.0")).isNegative();
    }

    private static int compare(String version, String other) {
        String[] left = version.split("[.-]");
        String[] right = other.split("[.-]");
        for (int i = 0; i < right.length; i++) {
            int order = Integer.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d+") ? Integer.parseInt(parts[at]) : 0;
    }
}
