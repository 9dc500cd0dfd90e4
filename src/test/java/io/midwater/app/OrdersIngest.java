package io.midwater.app;

import io.midwater.app.input.FeedSetup;
import io.midwater.app.input.SmallInputs;
import io.midwater.app.unit.PriceScales;
import io.midwater.app.unit.SliceAnalysis;
import io.midwater.app.unit.UnitJob;
import io.midwater.benchmark.Peer;
import io.midwater.benchmark.PeerQuery;
import io.midwater.config.ConfigLoader;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.Increment;
import io.midwater.control.UnitSums;
import io.midwater.control.WrittenTable;
import io.midwater.domain.InputKind;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.InputFiles;
import io.midwater.feed.InputSource;
import io.midwater.feed.UnitSampler;
import io.midwater.sink.OutputLayout;
import io.midwater.sink.Publisher;
import io.midwater.slice.PublishedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The product's pass over the files as {@link Pipeline} runs it, with the table {@code orders} alone: sampled, routed, scanned
 * and checked, put together in total order, searched for duplicates, written, hashed, published. No analysis, no manifest.
 */
public final class OrdersIngest implements Peer {
    private static final SliceAnalysis ORDERS_ALONE = (slice, findings, output) -> {
        output.declare(PublishedRows.schemaOf(InputKind.ORDERS));
        output.accept(PublishedRows.orders(slice.unit(), slice.orders().rows()));
        return UnitSums.NONE;
    };

    private final MidwaterConfig config;
    private final SparkSession spark;
    private int runs;

    public OrdersIngest(Path file, PeerQuery query) {
        List<String> settings = new ArrayList<>(
                List.of("input.orders=[\"" + file + "\"]", "input.trades=[\"none\"]", "output.path=none"));
        if (query.selects()) {
            settings.add("select.securities=" + Arrays.toString(query.securities()));
            settings.add("select.dates.from=" + query.from());
            settings.add("select.dates.to=" + query.to());
        }
        config = ConfigLoader.load(null, settings);
        spark = Sessions.open(config.run(), "local[*]");
    }

    @Override
    public String run(Path output) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        FeedOptions options = FeedSetup.options(config);
        List<InputSource> orders = FeedSetup.sources(config.input()).stream()
                .filter(source -> source.kind() == InputKind.ORDERS)
                .map(source -> new InputSource(source.kind(), source.paths(), Map.of()))
                .toList();
        List<InputFile> files = InputFiles.list(hadoop, orders, options);
        OutputLayout layout = new OutputLayout(new org.apache.hadoop.fs.Path(output.toString()));
        Publisher publisher = new Publisher(hadoop, layout);
        UnitJob all = UnitJob.of(
                config,
                PriceScales.of(SmallInputs.read(hadoop, List.of(), config).content(), config),
                analysis -> ORDERS_ALONE,
                spark);
        Increment whole = Increment.everything(null, files.size(), "it is measured");
        String run = "run-" + runs++;
        Outcomes outcomes = new Outcomes(0, found -> null, () -> {});
        outcomes.expect(files.size());
        try (Ingest ingest = new Ingest(
                spark,
                Workload.numbered(files, whole),
                options,
                UnitPass.routing(UnitSampler.sample(hadoop, files, options), files, spark))) {
            ingest.run(
                    whole,
                    new UnitJob(
                            all.market(), all.scales(), all.analysis(), all.timeoutNs(), all.maxSliceBytes(), false),
                    layout.root().toString(),
                    run,
                    outcomes::receive);
        }
        List<WrittenTable> written = new ArrayList<>();
        outcomes.units().forEach(unit -> written.addAll(unit.tables()));
        publisher.publish(run, written, List.of());
        publisher.clearStaging();
        return "";
    }

    @Override
    public void close() {
        spark.stop();
    }
}
