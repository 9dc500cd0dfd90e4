package io.midwater.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.control.RunManifest;
import io.midwater.control.UnitSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class PackPlanTest {
    private static final long MB = 1L << 20;
    private static final String DAY = "2024-09-05";

    private final PackPlan plan = new PackPlan(new OutputLayout(new Path("hdfs://market/out")), path -> "at " + path);

    private static RunManifest.Unit unit(long security, String date, RunManifest.File... files) {
        return new RunManifest.Unit(
                security,
                date,
                "done",
                null,
                null,
                List.of(files),
                UnitSums.NONE,
                Map.of(),
                1,
                "run-1",
                "",
                List.of(),
                null);
    }

    private static RunManifest.Unit unit(long security, String date, long bytes) {
        String path = "/security_code=" + security + "/date=" + date + "/part-0.parquet";
        return unit(security, date, new RunManifest.File("metrics", "tables/metrics" + path, 1, bytes, "hash"));
    }

    private List<String> byDate(List<RunManifest.Unit> units) {
        return plan.byDate(units).stream()
                .map(pack -> pack.path()
                        + pack.pieces().stream()
                                .map(piece -> " " + piece.unit().securityCode())
                                .reduce("", String::concat))
                .toList();
    }

    @Test
    void aFileEndsBeforeTheUnitThatWouldMakeItTooLong() {
        // 60 + 68 = 128 fits, 1 more does not; 200 is too long for any file and has its own; so does what follows.
        assertThat(byDate(List.of(
                        unit(3, DAY, 60 * MB),
                        unit(5, DAY, 68 * MB),
                        unit(7, DAY, MB),
                        unit(9, DAY, 200 * MB),
                        unit(11, DAY, 2 * MB))))
                .containsExactly(
                        "tables/metrics/date=2024-09-05/part-00000.parquet 3 5",
                        "tables/metrics/date=2024-09-05/part-00001.parquet 7",
                        "tables/metrics/date=2024-09-05/part-00002.parquet 9",
                        "tables/metrics/date=2024-09-05/part-00003.parquet 11");
    }

    @Test
    void manySmallUnitsAreMoreThanOneFile() {
        List<RunManifest.Unit> units = new ArrayList<>();
        for (int security = 1; security <= 501; security++) {
            units.add(unit(security, DAY, 1000));
        }

        assertThat(plan.byDate(units)).extracting(pack -> pack.pieces().size()).containsExactly(500, 1);
    }

    @Test
    void eachDateAndTableHasFilesOfItsOwn() {
        RunManifest.File orders = new RunManifest.File("orders", "tables/orders/x.parquet", 2, 10, "o");
        RunManifest.File metrics = new RunManifest.File("metrics", "tables/metrics/x.parquet", 2, 10, "m");
        RunManifest.File csv = new RunManifest.File("orders.csv", "by_security/SEC_7/x.csv.gz", 2, 10, "c");

        assertThat(byDate(List.of(unit(7, DAY, orders, metrics, csv), unit(7, "2024-09-06", orders))))
                .containsExactly(
                        "tables/metrics/date=2024-09-05/part-00000.parquet 7",
                        "tables/orders/date=2024-09-05/part-00000.parquet 7",
                        "tables/orders/date=2024-09-06/part-00000.parquet 7");
    }

    @Test
    void unitsThatShareAFileAreTakenOutOfIt() {
        RunManifest.File shared =
                new RunManifest.File("metrics", "tables/metrics/date=2024-09-05/part-00000.parquet", 2, 10, "m", 4);
        RunManifest.Unit nine = unit(9, DAY, 5);

        List<Pack> packs = plan.byUnit(List.of(unit(7, DAY, shared), nine));

        assertThat(packs).singleElement().satisfies(pack -> {
            assertThat(pack.path()).isEqualTo("tables/metrics/security_code=7/date=2024-09-05/part-0.parquet");
            assertThat(pack.pieces()).singleElement().satisfies(piece -> {
                assertThat(piece.file()).isEqualTo(shared);
                assertThat(piece.place()).isEqualTo("at tables/metrics/date=2024-09-05/part-00000.parquet");
            });
        });
    }
}
