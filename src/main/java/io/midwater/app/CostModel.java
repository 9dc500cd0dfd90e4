package io.midwater.app;

import io.midwater.feed.UnitSample;

/** Rough costs of a run: time at given rates, space as it was on the market of the benchmarks. */
final class CostModel {
    private static final double START_SECONDS = 25;
    /** 0.79 GB of Parquet from 2.8 GB of CSV. */
    private static final double PARQUET_SHARE = 0.28;
    /** 13.0 MB of CSV from 13.7 MB. */
    private static final double CSV_SHARE = 0.95;
    /** 32 GB of shuffle from 200 GB of CSV. */
    private static final double SHUFFLE_SHARE = 0.16;
    /** A row in memory, packed. */
    private static final long BYTES_PER_ROW = 64;

    private final long selectedBytes;
    private final long otherBytes;
    private final long largestUnitRows;
    private final int cores;
    private final boolean csv;
    private final Rates rates;

    CostModel(UnitSample sample, int cores, boolean csv, Rates rates) {
        this.selectedBytes = sample.selectedBytes();
        this.otherBytes = sample.otherBytes();
        this.largestUnitRows =
                sample.rows().values().stream().mapToLong(Long::longValue).max().orElse(0);
        this.cores = cores;
        this.csv = csv;
        this.rates = rates;
    }

    int cores() {
        return cores;
    }

    long outputBytes() {
        return (long) (selectedBytes * (PARQUET_SHARE + (csv ? CSV_SHARE : 0)));
    }

    /** The tables alone, which lie there twice while units are put together in files. */
    long tableBytes() {
        return (long) (selectedBytes * PARQUET_SHARE);
    }

    long shuffleBytes() {
        return (long) (selectedBytes * SHUFFLE_SHARE);
    }

    long largestUnitBytes() {
        return largestUnitRows * BYTES_PER_ROW;
    }

    long seconds() {
        return Math.round(START_SECONDS + rates.seconds(selectedBytes, otherBytes, cores));
    }

    /** What {@link #seconds} rests on. */
    String basis() {
        return rates.text() + ", " + Math.round(START_SECONDS) + " s for start, aggregates and report";
    }
}
