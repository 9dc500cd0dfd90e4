package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.table.ColumnType;
import io.midwater.sink.parquet.ColumnFile;
import io.midwater.sink.parquet.ColumnValues;
import io.midwater.sink.parquet.DamagedFileException;
import io.midwater.sink.parquet.FileBytes;
import io.midwater.sink.parquet.PackSource;
import io.midwater.sink.parquet.ParquetPack;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetPackTest {
    private static final Configuration HADOOP = new Configuration();

    @TempDir
    private Path folder;

    /** 70,000 rows are a row group of 65,536 and one of 4,464. */
    private byte[] large() throws IOException {
        return file(LongStream.range(0, 70_000).boxed().toList());
    }

    private byte[] file(List<Long> values) throws IOException {
        return file(ObjectRows.oneColumn(ColumnType.LONG, values));
    }

    private byte[] file(ObjectRows rows) throws IOException {
        Path path = folder.resolve("file-" + System.nanoTime() + ".parquet");
        try (ParquetTableWriter writer = new ParquetTableWriter(HADOOP, hadoop(path), rows.schema())) {
            writer.accept(rows);
            writer.finish();
        }
        return Files.readAllBytes(path);
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    private static PackSource source(byte[] file) throws IOException {
        return new PackSource(new FileBytes() {
            @Override
            public long length() {
                return file.length;
            }

            @Override
            public void read(long position, byte[] into, int count) throws IOException {
                if (position < 0 || position + count > file.length) {
                    throw new EOFException("the file ends before " + (position + count));
                }
                System.arraycopy(file, (int) position, into, 0, count);
            }
        });
    }

    private static byte[] pack(byte[]... files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetPack pack = new ParquetPack(out);
        for (byte[] file : files) {
            pack.add(source(file), 0, rows(file));
        }
        pack.finish();
        return out.toByteArray();
    }

    private static long rows(byte[] file) throws IOException {
        Path path = Files.createTempFile("rows", ".parquet");
        try {
            Files.write(path, file);
            return ColumnFile.open(HADOOP, hadoop(path)).rows();
        } finally {
            Files.delete(path);
        }
    }

    private Path written(byte[] file) throws IOException {
        return Files.write(folder.resolve("pack.parquet"), file);
    }

    @Test
    void aPackOfOneFileIsThatFile() throws IOException {
        byte[] large = large();
        byte[] none = file(List.of());

        assertThat(pack(large)).isEqualTo(large);
        assertThat(pack(none)).isEqualTo(none);
    }

    @Test
    void aPackHoldsTheRowsOfItsFilesInTheirOrder() throws IOException {
        Path pack = written(pack(large(), file(List.of()), file(List.of(5L, 3L)), file(List.of(8L))));

        ColumnFile all = ColumnFile.open(HADOOP, hadoop(pack));

        // 70,000 + 0 + 2 + 1 rows in 2 + 0 + 1 + 1 row groups.
        assertThat(all.rows()).isEqualTo(70_003);
        assertThat(values(all.part(0, 70_000)))
                .hasSize(70_000)
                .startsWith(0L, 1L)
                .endsWith(69_999L);
        assertThat(values(all.part(2, 0))).isEmpty();
        assertThat(values(all.part(2, 2))).containsExactly(5L, 3L);
        assertThat(values(all.part(3, 1))).containsExactly(8L);
        assertThat(values(all)).hasSize(70_003).endsWith(69_999L, 5L, 3L, 8L);
        assertThatThrownBy(() -> all.part(2, 1))
                .hasMessageEndingWith("has no row groups from 2 on that hold just 1 rows");
    }

    private static List<Long> values(ColumnFile file) throws IOException {
        ColumnValues column = file.read(List.of("v")).get("v");
        List<Long> values = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            values.add(column.number(row));
        }
        return values;
    }

    @Test
    void whatIsTakenOutHasTheHashThatItHadBefore() throws IOException {
        byte[] small = file(List.of(5L, 3L));
        PackSource pack = source(pack(file(List.of(1L)), large(), small));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetPack alone = new ParquetPack(out);

        // Row group 0 is the first file's, 1 and 2 are the large one's.
        String hash = alone.add(pack, 3, 2);
        alone.finish();

        assertThat(hash).isEqualTo(DigestUtils.sha256Hex(small));
        assertThat(out.toByteArray()).isEqualTo(small);
        assertThat(new ParquetPack(out).add(pack, 1, 70_000)).isEqualTo(DigestUtils.sha256Hex(large()));
    }

    @Test
    void packingInStepsChangesNothing() throws IOException {
        byte[] first = file(List.of(1L));
        byte[] second = large();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetPack again = new ParquetPack(out);
        PackSource both = source(pack(first, second));
        again.add(both, 0, 1);
        again.add(both, 1, 70_000);
        again.finish();

        assertThat(out.toByteArray()).isEqualTo(pack(first, second));
    }

    @Test
    void pagesKeepTheirChecksums() throws IOException {
        byte[] bytes = pack(file(List.of(1L)), large());
        assertThat(checkedRows(written(bytes))).isEqualTo(70_001);

        // The last byte of the last page stands before the footer, whose length stands before the last four bytes.
        int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        bytes[bytes.length - 8 - footer - 1] ^= 1;

        Path damaged = written(bytes);
        assertThatThrownBy(() -> checkedRows(damaged)).hasStackTraceContaining("CRC checksum verification failed");
    }

    private static long checkedRows(Path file) throws IOException {
        long rows = 0;
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(hadoop(file), HADOOP),
                HadoopReadOptions.builder(HADOOP)
                        .usePageChecksumVerification(true)
                        .build())) {
            while (true) {
                var pages = reader.readNextRowGroup();
                if (pages == null) {
                    return rows;
                }
                pages.getPageReader(reader.getFileMetaData()
                                .getSchema()
                                .getColumns()
                                .get(0))
                        .readPage();
                rows += pages.getRowCount();
            }
        }
    }

    @Test
    void aFlippedByteChangesTheHash() throws IOException {
        byte[] file = file(List.of(5L, 3L));
        byte[] damaged = file.clone();
        damaged[6] ^= 1;

        String hash = new ParquetPack(new ByteArrayOutputStream()).add(source(damaged), 0, 2);

        assertThat(hash).isNotEqualTo(DigestUtils.sha256Hex(file));
    }

    @Test
    void whatCannotBeTakenSaysWhy() throws IOException {
        byte[] file = file(List.of(5L, 3L));
        ParquetPack pack = new ParquetPack(new ByteArrayOutputStream());

        assertThatThrownBy(() -> pack.add(source(file), 0, 3))
                .isInstanceOf(DamagedFileException.class)
                .hasMessage("its row groups from 0 on do not hold just 3 rows");
        assertThatThrownBy(() -> source("not a table".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DamagedFileException.class)
                .hasMessage("it does not end as a Parquet file does");
        assertThatThrownBy(() -> source(new byte[3])).isInstanceOf(DamagedFileException.class);
        pack.add(source(file), 0, 2);
        assertThatThrownBy(() -> pack.add(source(file(ObjectRows.oneColumn(ColumnType.TEXT, List.of("x")))), 0, 1))
                .isInstanceOf(DamagedFileException.class)
                .hasMessage("it has other columns than the files before it");
    }
}
