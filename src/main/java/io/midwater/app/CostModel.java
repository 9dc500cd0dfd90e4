package io.midwater.app;

import io.midwater.feed.UnitSample;

/** Rough costs of a run, from rates measured on a machine of two cores at 2.3 GHz. */
final class CostModel {
    static final String RATE =
            "30 MB/s per core for selected rows, 700 MB/s for the others, 25 s for start, aggregates and report";

    private static final double SELECTED_BYTES_PER_SECOND = 30e6;
    private static final double OTHER_BYTES_PER_SECOND = 700e6;
    private static final double START_SECONDS = 25;
    /** 0.79 GB of Parquet from 2.8 GB of CSV. */
    private static final double PARQUET_SHARE = 0.28;
    /** 13.0 MB of CSV from 13.7 MB. */
    private static final double CSV_SHARE = 0.95;
    /** 32 GB of shuffle from 200 GB of CSV. */
    private static final double SHUFFLE_SHARE = 0.16;
    /** A row in memory, packed. */
    private static final long BYTES_PER_ROW = 64;

    private final double selectedBytes;
    private final double otherBytes;
    private final long largestUnitRows;
    private final int cores;
    private final boolean csv;

    CostModel(UnitSample sample, int cores, boolean csv) {
        double selected = 0;
        double all = 0;
        for (UnitSample.Kind kind : sample.kinds()) {
            all += kind.plainBytes();
            selected += kind.rows() == 0 ? 0 : (double) kind.plainBytes() * kind.kept() / kind.rows();
        }
        this.selectedBytes = selected;
        this.otherBytes = all - selected;
        this.largestUnitRows =
                sample.rows().values().stream().mapToLong(Long::longValue).max().orElse(0);
        this.cores = cores;
        this.csv = csv;
    }

    int cores() {
        return cores;
    }

    long outputBytes() {
        return (long) (selectedBytes * (PARQUET_SHARE + (csv ? CSV_SHARE : 0)));
    }

    long shuffleBytes() {
        return (long) (selectedBytes * SHUFFLE_SHARE);
    }

    long largestUnitBytes() {
        return largestUnitRows * BYTES_PER_ROW;
    }

    long seconds() {
        double work = selectedBytes / SELECTED_BYTES_PER_SECOND + otherBytes / OTHER_BYTES_PER_SECOND;
        return Math.round(START_SECONDS + work / cores);
    }
}
