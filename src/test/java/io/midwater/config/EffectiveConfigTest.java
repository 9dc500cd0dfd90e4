package io.midwater.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveConfigTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSettingsWrittenDifferentlyAreTheSameText() {
        MidwaterConfig one = load("select.securities=[2, 1, 2]", "run.unit-timeout=60m", "output.formats=csv,parquet");
        MidwaterConfig other = load("select.securities=1,2", "run.unit-timeout=1h", "output.formats=[PARQUET, CSV]");

        assertThat(one.effective()).isEqualTo(other.effective());
        assertThat(one.resultHash()).isEqualTo(other.resultHash()).hasSize(64);
    }

    @Test
    void theTextCanBeLoadedAgain() throws IOException {
        MidwaterConfig config = load(
                "market.rollover=none",
                "input.csv.delimiter=\t",
                "input.columns.orders.order_id=[Number]",
                "run.max-slice-memory=2g",
                "metrics.markout-horizons=90s");
        Path file = Files.writeString(folder.resolve("again.json"), config.effective());

        assertThat(ConfigLoader.load(file, List.of()).effective()).isEqualTo(config.effective());
    }

    @Test
    void resultHashFollowsWhatChangesResults() {
        String hash = load().resultHash();

        assertThat(load("run.parallelism=3", "output.path=elsewhere", "output.formats=csv")
                        .resultHash())
                .isEqualTo(hash);
        assertThat(load("metrics.fee-bps=0.1").resultHash()).isNotEqualTo(hash);
        assertThat(load("select.securities=1").resultHash()).isNotEqualTo(hash);
        assertThat(load("output.layout=date").resultHash()).isNotEqualTo(hash);
    }

    @Test
    void unitHashSurvivesMoreFilesAndAWiderSelection() {
        String hash = load("select.securities=1").unitHash();

        assertThat(load("select.securities=1,2", "select.dates.from=2024-09-05", "input.orders=[o.csv, p.csv]")
                        .unitHash())
                .isEqualTo(hash);
        assertThat(load("select.securities=1", "output.layout=date").unitHash()).isEqualTo(hash);
        assertThat(load("select.participants=1").unitHash()).isNotEqualTo(hash);
        assertThat(load("simulation.matching.latency=1ms").unitHash()).isNotEqualTo(hash);
    }

    @Test
    void rule605IsAUnitsBusinessOnlyWhereItIsAskedFor() {
        String hash = load().unitHash();

        assertThat(load("output.aggregates=global").unitHash()).isEqualTo(hash);
        assertThat(load("metrics.rule605.round-lot=1").unitHash()).isEqualTo(hash);
        String asked = load("output.aggregates=[global, rule605]").unitHash();
        assertThat(asked).isNotEqualTo(hash);
        assertThat(load("output.aggregates=rule605").unitHash()).isEqualTo(asked);
        assertThat(load("output.aggregates=rule605", "metrics.rule605.round-lot=1")
                        .unitHash())
                .isNotEqualTo(asked);
    }

    private static MidwaterConfig load(String... settings) {
        List<String> all = new ArrayList<>(List.of("input.orders=o.csv", "input.trades=t.csv", "output.path=out"));
        all.addAll(List.of(settings));
        return ConfigLoader.load(null, all);
    }
}
