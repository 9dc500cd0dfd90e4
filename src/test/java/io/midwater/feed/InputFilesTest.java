package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.Zstd;
import io.midwater.domain.InputKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    private static final String HEADER = "orderbookid,timestamp,bidprice,offerprice\n";
    private static final String ROW = "110001,1725497251000000000,3380,3390\n";
    private static final FeedOptions OPTIONS = FeedOptions.defaults();

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static List<InputFile> list(Path... paths) {
        return InputFiles.list(
                new Configuration(),
                List.of(new InputSource(
                        InputKind.QUOTES,
                        Arrays.stream(paths).map(Path::toString).toList(),
                        Map.of())),
                OPTIONS);
    }

    private static String problem(Path path) {
        InputException e = catchThrowableOfType(InputException.class, () -> list(path));
        assertThat(e.problems()).hasSize(1);
        assertThat(e.problems().get(0)).contains(path.getFileName().toString());
        return e.problems().get(0);
    }

    @Test
    void directoriesGlobsAndFilesGiveEachFileOnceInPathOrder() throws IOException {
        write("b/2.csv", HEADER);
        write("b/deep/1.csv", HEADER);
        write("a.csv", HEADER);
        write("b/_SUCCESS", "");
        write("b/.hidden.csv", "");
        write("b/_temporary/3.csv", "");
        write("b/notes.txt", "");
        List<InputFile> files = list(folder.resolve("b"), folder.resolve("*.csv"), folder.resolve("b/2.csv"));
        assertThat(files)
                .extracting(f -> folder.toUri()
                                .relativize(
                                        Path.of(java.net.URI.create(f.path())).toUri()) + "")
                .containsExactly("a.csv", "b/2.csv", "b/deep/1.csv");
        assertThat(files).extracting(InputFile::index).containsExactly(0, 1, 2);
    }

    @Test
    void everyProblemOfEveryFileIsReportedAtOnce() throws IOException {
        Path one = write("one.csv", "orderbookid,timestamp\n");
        Path two = write("two.csv", "");
        assertThatThrownBy(() -> list(one, two, folder.resolve("three.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("one.csv: no column bidprice, offerprice; the first line is")
                .hasMessageContaining("two.csv: the file is empty: it has no header; fetch it again")
                .hasMessageContaining("three.csv: no such file or directory");
    }

    @Test
    void unreadableContentIsNamedForWhatItIs() throws IOException {
        assertThat(problem(write("zip.csv", gzip(HEADER + ROW)))).contains("name the file *.csv.gz");
        assertThat(problem(write("cr.csv", (HEADER + ROW).replace('\n', '\r')))).contains("CR only");
        assertThat(problem(write("utf16.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_16))))
                .contains("UTF-16");
        assertThat(problem(write("utf16le.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_16LE))))
                .contains("UTF-16");
        assertThat(problem(write("semicolon.csv", (HEADER + ROW).replace(',', ';'))))
                .contains("it looks delimited by ';': set input.csv.delimiter");
        assertThat(problem(write("rows.csv", ROW + ROW))).contains("may have no header line");
        assertThat(problem(write("twice.csv", "bid," + HEADER)))
                .contains("column bidprice is there twice: as \"bid\" (field 1) and as \"bidprice\" (field 4)");
        assertThat(problem(write("plain.txt", HEADER))).contains("not an input by its name");
        assertThat(problem(write("plain.csv.gz", HEADER))).contains("cannot be decompressed as .csv.gz");
    }

    @Test
    void headerNamesAreComparedWithoutCaseBlanksAndPunctuation() throws IOException {
        Path file = write("odd.csv", "\u00ef\u00bb\u00bf\" Order-Book_ID\", TimeStamp ,userid,BIDPRICE,OfferPrice\r\n");
        HeaderMapping header = list(file).get(0).header();
        List<String> names =
                InputKind.QUOTES.columns().stream().map(c -> c.name()).toList();
        assertThat(header.positions().get(names.indexOf("orderbookid"))).isZero();
        assertThat(header.positions().get(names.indexOf("offerprice"))).isEqualTo(4);
        assertThat(header.positions().get(names.indexOf("sequence"))).isEqualTo(-1);
        assertThat(header.unknown()).containsExactly("userid");
        assertThat(header.byteOrderMark()).isTrue();
        assertThat(header.bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void extraAliasesNameColumns() throws IOException {
        Path file = write("own.csv", HEADER.replace("bidprice", "Best Bid"));
        List<InputFile> files = InputFiles.list(
                new Configuration(),
                List.of(new InputSource(
                        InputKind.QUOTES, List.of(file.toString()), Map.of("bidprice", List.of("best_bid")))),
                OPTIONS);
        assertThat(files).hasSize(1);
    }

    @Test
    void splitsOfAFileCoverItWithoutGaps() throws IOException {
        List<Split> splits = Splits.plan(list(write("a.csv", HEADER + ROW.repeat(10))), 100);
        // 42 bytes of header and 37 a row make 412 bytes: five splits of at most 100.
        assertThat(splits).hasSize(5);
        assertThat(splits.get(0).start()).isZero();
        assertThat(splits.get(4).end()).isEqualTo(412);
        for (int i = 1; i < 5; i++) {
            assertThat(splits.get(i).start()).isEqualTo(splits.get(i - 1).end());
        }
    }

    @Test
    void compressedFilesAreReadWholeAlsoWhenTheyAreJoined() throws IOException {
        String rest = ROW.repeat(20_000);
        for (Path file : List.of(
                write("a.csv.gz", join(gzip(HEADER + ROW), gzip(rest))),
                write("a.csv.bz2", join(bzip2(HEADER + ROW), bzip2(rest))),
                write("a.csv.zst", join(zstd(HEADER + ROW), zstd(rest))))) {
            Scanned scanned = Scanned.of(file, InputKind.QUOTES, OPTIONS, 100);
            assertThat(scanned.total().kept()).as(file.toString()).isEqualTo(20_001);
        }
    }

    @Test
    void aCompressedFileCutShortIsAnErrorThatNamesIt() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            rows.append("110001,1725497251000000000,")
                    .append(random.nextInt(100_000))
                    .append(",200000\n");
        }
        for (Path whole : List.of(
                write("b.csv.gz", gzip(rows.toString())),
                write("b.csv.bz2", bzip2(rows.toString())),
                write("b.csv.zst", zstd(rows.toString())))) {
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = write("cut/" + whole.getFileName(), Arrays.copyOf(bytes, bytes.length * 2 / 3));
            assertThatThrownBy(() -> Scanned.of(cut, InputKind.QUOTES, OPTIONS, 100))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(cut.toString())
                    .hasMessageContaining("fetch it again");
        }
    }

    @Test
    void aFileThatChangedSinceItWasListedIsRefused() throws IOException {
        Path path = write("growing.csv", HEADER + ROW);
        InputFile file = list(path).get(0);
        Split split = Splits.plan(List.of(file), 1000).get(0);
        Files.writeString(path, HEADER + ROW + ROW);
        assertThatThrownBy(() -> Scanned.blocks(new Configuration(), file, split, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("growing.csv: changed while it was being read");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BZip2Codec codec = new BZip2Codec();
        codec.setConf(new Configuration(false));
        try (OutputStream out = codec.createOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
