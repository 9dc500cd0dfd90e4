package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.midwater.domain.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusTest {
    private static final String QUOTES = "orderbookid,timestamp,bidprice,offerprice,sequence\n";
    private static final CensusTaker TAKER = new CensusTaker(
            new Configuration(), Map.of(), FeedOptions.defaults().withSelection(0, 0, 1));

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void everyDefectIsCounted() throws IOException {
        Path path = write(
                "q.csv",
                QUOTES
                        + "1,1725497251000000000,3380,3390,1\n"
                        + "1,1725497251000000000,3380,3390,1\n"
                        + "\n"
                        + "2,1725497252000000000,3400,3390,2\n"
                        + "2,1725597252000000000,-9223372036854775808,3390,3\n"
                        + "x,1725497252000000000,3400,3390,4\n");
        Census census = TAKER.take(List.of(path.toString())).get(0);
        assertThat(census.kind()).isEqualTo(InputKind.QUOTES);
        assertThat(census.rows()).isEqualTo(5);
        assertThat(census.accepted()).isEqualTo(3);
        assertThat(census.duplicates()).isEqualTo(1);
        assertThat(census.rejected()).isEqualTo(1);
        assertThat(census.blank()).isEqualTo(1);
        assertThat(census.reasons()).containsExactly(Map.entry("BAD_SECURITY", 1L));
        assertThat(census.securities()).isEqualTo(2);
        // 1725597252 is 2024-09-06 04:34 UTC.
        assertThat(census.dates()).isEqualTo(2);
        assertThat(census.firstDate()).isEqualTo(LocalDate.of(2024, 9, 5));
        assertThat(census.lastDate()).isEqualTo(LocalDate.of(2024, 9, 6));
        assertThat(census.crossedQuotes()).isEqualTo(1);
        assertThat(census.missingQuotes()).isEqualTo(1);
    }

    @Test
    void oneUnusableFileDoesNotStopTheOthers() throws IOException {
        write("a.csv", QUOTES);
        write("b.csv", "orderbookid,timestamp,bidprice \"x\n");
        write("c.csv", "");
        write("d.csv", "orderbookid,timestamp,bidprice,sequence\n");
        List<Census> files =
                TAKER.take(List.of(folder.toString(), folder.resolve("none.csv").toString()));
        assertThat(files).hasSize(5);
        assertThat(files.get(0).error()).isNull();
        assertThat(files.get(1).error()).contains("quotes of the header line");
        assertThat(files.get(2).error()).contains("the file is empty: no header");
        assertThat(files.get(4).error()).contains("no such file");
    }

    @Test
    void theKindIsGuessedFromTheHeader() throws IOException {
        write("a.csv", "Id,ParticipantName\n1,UNKNOWN\n");
        write("b.csv", "Id,Name,Currency\n1,CBA,AUD\n");
        write("c.csv", " Partition,Id,Name,OrderBookId,Timestamp\n");
        assertThat(TAKER.take(List.of(folder.toString())))
                .extracting(Census::kind)
                .containsExactly(InputKind.PARTICIPANTS, InputKind.REFERENCE, InputKind.SESSIONS);
    }

    @Test
    void duplicatesAreFoundWithinAMillionRows() {
        DuplicateWindow window = new DuplicateWindow();
        assertThat(window.seen(42)).isFalse();
        for (long i = 1; i < DuplicateWindow.ROWS; i++) {
            assertThat(window.seen(i << 20)).isFalse();
        }
        assertThat(window.seen(42)).as("a million rows later").isTrue();
        for (long i = 1; i <= 3L * DuplicateWindow.ROWS; i++) {
            window.seen(-i);
        }
        assertThat(window.seen(42)).as("three million rows later").isFalse();
    }

    @Test
    void theTortureFilesAreCountedAsExpected() throws IOException {
        Path torture = SharedFiles.find("torture");
        for (JsonNode variant : new ObjectMapper()
                .readTree(torture.resolve("expected.json").toFile())
                .get("variants")) {
            Census census = TAKER.take(List.of(
                            torture.resolve(variant.get("file").asText()).toString()))
                    .get(0);
            boolean allBad = variant.get("rows_rejected").asInt() == 12;
            assertThat(census.error() != null)
                    .as(census.path())
                    .isEqualTo(variant.get("outcome").asText().equals("error") && !allBad);
            if (census.error() == null) {
                assertThat(census.accepted())
                        .as(census.path())
                        .isEqualTo(variant.get("rows_accepted").asLong());
                assertThat(census.rejected())
                        .as(census.path())
                        .isEqualTo(variant.get("rows_rejected").asLong());
                assertThat(census.duplicates())
                        .as(census.path())
                        .isEqualTo(variant.path("duplicates").asLong(0));
            }
        }
    }
}
