package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input, output, staging, lock and manifest on a real HDFS in this process. */
class HdfsRunTest {
    private static final String DAY = "2024-09-05";

    @TempDir
    static Path folder;

    private static MiniDFSCluster cluster;
    private static FileSystem hdfs;
    private static String root;

    @BeforeAll
    static void start() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        cluster.waitActive();
        hdfs = cluster.getFileSystem();
        root = "hdfs://localhost:" + cluster.getNameNodePort();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.shutdown();
        }
    }

    @Test
    void everythingOnHdfsEndsWithTheBytesOfALocalRun() throws IOException {
        SmallInput input = new SmallInput(folder.resolve("input"));
        String[] seven = input.pair(7, DAY, 1, 100, 10);
        String[] nine = input.pair(9, DAY, 3, 200, 20);
        input.orders("day.csv", seven[0], nine[0], "x,1725498000000000000,1,7,1,100,10,10,0,6,1,0\n");
        input.trades("day.csv", seven[1], nine[1]);
        String[] settings = {"output.formats=[parquet,csv]", "output.aggregates=[global]"};
        FullRun local = input.run(settings);
        assertThat(local.code()).as(local.said()).isZero();
        put(input.folder.resolve("orders/day.csv"), "/market/orders/day.csv");
        put(input.folder.resolve("trades/day.csv"), "/market/trades/day.csv");

        FullRun run = run(settings);

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(list("/results")).noneMatch(path -> path.contains(".staging") || path.endsWith(".lock"));
        Path copy = folder.resolve("copy");
        FileUtil.copy(hdfs, new org.apache.hadoop.fs.Path("/results"), copy.toFile(), false, new Configuration());
        assertThat(FullRun.hashes(copy)).isEqualTo(FullRun.hashes(input.output()));
        assertThat(copy.resolve("tables/rejects/kind=orders")).isDirectoryContaining("glob:**.parquet");

        FullRun again = run(settings);
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(again.err()).contains("nothing to do");
        FullRun verify = FullRun.of("verify", "--output", root + "/results");
        assertThat(verify.code()).as(verify.said()).isZero();
        FullRun compare = FullRun.of("compare", input.output().toString(), root + "/results");
        assertThat(compare.code()).as(compare.said()).isZero();

        aHeldLockIsRespected(settings);
    }

    private static void aHeldLockIsRespected(String... settings) throws IOException {
        try (FSDataOutputStream lock = hdfs.create(new org.apache.hadoop.fs.Path("/results/.lock"), false)) {
            lock.writeBytes("elsewhere process 1");
        }
        List<String> before = list("/results");

        FullRun locked = run(settings);

        assertThat(locked.code()).as(locked.said()).isEqualTo(2);
        assertThat(locked.err()).contains(root + "/results is in use by elsewhere process 1");
        assertThat(list("/results")).isEqualTo(before);
    }

    private static FullRun run(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("run", "--master", "local[1]"));
        for (InputKind kind : List.of(InputKind.ORDERS, InputKind.TRADES)) {
            arguments.addAll(List.of("--set", "input." + kind.label() + "=" + root + "/market/" + kind.label()));
        }
        arguments.addAll(List.of("--set", "output.path=" + root + "/results"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return FullRun.withoutReport(arguments.toArray(String[]::new));
    }

    private static void put(Path file, String target) throws IOException {
        try (FSDataOutputStream out = hdfs.create(new org.apache.hadoop.fs.Path(target))) {
            out.write(Files.readAllBytes(file));
        }
    }

    private static List<String> list(String path) throws IOException {
        List<String> files = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> found = hdfs.listFiles(new org.apache.hadoop.fs.Path(path), true);
        while (found.hasNext()) {
            files.add(found.next().getPath().toString());
        }
        return files;
    }
}
