package io.midwater.rollup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The differences of one scenario, as columns of primitives in order of (security, date, order). */
final class SavingsSample {
    /** Scenario, security, date, order, survivor, savings, real cost, simulated cost, weight, spread. */
    static final int ROW_BYTES = 3 * Long.BYTES + Integer.BYTES + 1 + 5 * Double.BYTES;

    private final long[] security;
    private final int[] date;
    private final long[] order;
    private final boolean[] survivor;
    private final double[] savings;
    private final double[] real;
    private final double[] simulated;
    private final double[] weight;
    private final double[] spread;

    private SavingsSample(int rows) {
        security = new long[rows];
        date = new int[rows];
        order = new long[rows];
        survivor = new boolean[rows];
        savings = new double[rows];
        real = new double[rows];
        simulated = new double[rows];
        weight = new double[rows];
        spread = new double[rows];
    }

    /** The rows of one scenario among packed rows; those of a scenario are in order. */
    static SavingsSample of(List<byte[]> chunks, int scenario) {
        int rows = 0;
        for (byte[] chunk : chunks) {
            for (ByteBuffer in = ByteBuffer.wrap(chunk);
                    in.hasRemaining();
                    in.position(in.position() + ROW_BYTES - 8)) {
                rows += in.getLong() == scenario ? 1 : 0;
            }
        }
        SavingsSample sample = new SavingsSample(rows);
        int row = 0;
        for (byte[] chunk : chunks) {
            ByteBuffer in = ByteBuffer.wrap(chunk);
            while (in.hasRemaining()) {
                if (in.getLong() == scenario) {
                    sample.read(row++, in);
                } else {
                    in.position(in.position() + ROW_BYTES - Long.BYTES);
                }
            }
        }
        return sample;
    }

    private void read(int row, ByteBuffer in) {
        security[row] = in.getLong();
        date[row] = in.getInt();
        order[row] = in.getLong();
        survivor[row] = in.get() != 0;
        savings[row] = in.getDouble();
        real[row] = in.getDouble();
        simulated[row] = in.getDouble();
        weight[row] = in.getDouble();
        spread[row] = in.getDouble();
    }

    /** Survivors only. */
    SavingsSample survivors() {
        return where(row -> survivor[row]);
    }

    /** The orders that every sample has, from each sample. */
    static List<SavingsSample> common(List<SavingsSample> samples) {
        List<SavingsSample> common = samples;
        for (SavingsSample other : samples) {
            common = common.stream().map(sample -> sample.alsoIn(other)).toList();
        }
        return common;
    }

    private SavingsSample alsoIn(SavingsSample other) {
        int[] there = {0};
        return where(row -> {
            while (there[0] < other.size() && other.compare(there[0], this, row) < 0) {
                there[0]++;
            }
            return there[0] < other.size() && other.compare(there[0], this, row) == 0;
        });
    }

    /** Each order's savings less what it saved in the other sample, which has the same orders. */
    SavingsSample less(SavingsSample other) {
        SavingsSample difference = where(row -> true);
        for (int row = 0; row < difference.savings.length; row++) {
            difference.savings[row] -= other.savings[row];
        }
        return difference;
    }

    private int compare(int row, SavingsSample other, int otherRow) {
        int bySecurity = Long.compare(security[row], other.security[otherRow]);
        int byDate = bySecurity == 0 ? Integer.compare(date[row], other.date[otherRow]) : bySecurity;
        return byDate == 0 ? Long.compare(order[row], other.order[otherRow]) : byDate;
    }

    /** The rows are asked for in order, each once. */
    private SavingsSample where(IntPredicate wanted) {
        int[] rows = new int[size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (wanted.test(row)) {
                rows[count++] = row;
            }
        }
        SavingsSample found = new SavingsSample(count);
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            found.security[i] = security[row];
            found.date[i] = date[row];
            found.order[i] = order[row];
            found.survivor[i] = survivor[row];
            found.savings[i] = savings[row];
            found.real[i] = real[row];
            found.simulated[i] = simulated[row];
            found.weight[i] = weight[row];
            found.spread[i] = spread[row];
        }
        return found;
    }

    int size() {
        return savings.length;
    }

    double[] savings() {
        return savings;
    }

    double[] real() {
        return real;
    }

    double[] simulated() {
        return simulated;
    }

    double[] spread() {
        return spread;
    }

    double weightedMean() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < savings.length; i++) {
            sum += savings[i] * weight[i];
            weights += weight[i];
        }
        return sum / weights;
    }

    /** A number per row, the same for neighbours of one security and date. */
    int[] clusters() {
        int[] clusters = new int[size()];
        for (int i = 1; i < clusters.length; i++) {
            boolean same = security[i] == security[i - 1] && date[i] == date[i - 1];
            clusters[i] = clusters[i - 1] + (same ? 0 : 1);
        }
        return clusters;
    }

    double[] sorted() {
        double[] sorted = savings.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
