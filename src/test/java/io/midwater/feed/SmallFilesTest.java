package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

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

class SmallFilesTest {
    @TempDir
    private Path folder;

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    @Test
    void theRowInForceIsTheLatestUpToTheDateElseTheLatestOfAll() throws IOException {
        Path reference = Files.writeString(
                folder.resolve("reference.csv"),
                "Id,TradeDate,Name,Currency,DecimalsInPrice,OrderTypeAttributes\n"
                        + "85603,2024-09-03,CBA old,AUD,1,\"1,2,3\"\n"
                        // 14:20 UTC on the 4th is the 5th in Sydney.
                        + "85603,2024-09-04T14:20:00Z,CBA new,AUD,2,\"1,2\"\n"
                        + "70616,,BHP,AUD,,\n"
                        + "70617,31/12/2024,BAD,AUD,1,\n");
        Path participants =
                Files.writeString(folder.resolve("participants.csv"), "Id,ParticipantName\n69,Broker\nx,None\n0,\n");
        List<InputFile> files = InputFiles.list(
                new Configuration(),
                List.of(
                        new InputSource(InputKind.REFERENCE, List.of(reference.toString()), Map.of()),
                        new InputSource(InputKind.PARTICIPANTS, List.of(participants.toString()), Map.of())),
                FeedOptions.defaults().withSelection(0, 1, 5));
        SmallFiles small = SmallFiles.read(new Configuration(), files, FeedOptions.defaults());
        DatedRows<ReferenceRow> books = small.reference();
        assertThat(books.find(85603, day("2024-09-04")).name()).isEqualTo("CBA old");
        assertThat(books.find(85603, day("2024-09-05")))
                .isEqualTo(new ReferenceRow(85603, "CBA new", "AUD", null, null, 2L, null, null, null, null, null));
        assertThat(books.find(85603, day("2024-09-01")).name()).isEqualTo("CBA new");
        assertThat(books.onlyLater(85603, day("2024-09-01"))).isTrue();
        assertThat(books.onlyLater(85603, day("2024-09-03"))).isFalse();
        assertThat(books.find(70616, day("1999-01-01")).name()).isEqualTo("BHP");
        assertThat(books.onlyLater(70616, day("1999-01-01"))).isFalse();
        assertThat(books.find(70617, day("2024-09-05"))).isNull();
        assertThat(small.participants().find(69, 0).name()).isEqualTo("Broker");
        assertThat(small.participants().size()).isEqualTo(2);
        Scanned first = Scanned.of(
                InputKind.REFERENCE,
                small.account().stream().filter(b -> b.fileIndex() == 0).toList(),
                3);
        assertThat(first.rejectLines()).containsExactly("5 BAD_DATE tradedate");
        Scanned second = Scanned.of(
                InputKind.PARTICIPANTS,
                small.account().stream().filter(b -> b.fileIndex() == 1).toList(),
                2);
        assertThat(second.rejectLines()).containsExactly("3 BAD_NUMBER id");
    }
}
