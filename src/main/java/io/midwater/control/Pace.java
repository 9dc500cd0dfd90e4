package io.midwater.control;

/**
 * How fast a run went through its files, for the estimates of later runs on the same machine.
 *
 * @param runId the run that measured it
 * @param machine its host
 * @param cores that worked
 * @param selectedBytes bytes, uncompressed, of rows inside the selection, by samples
 * @param otherBytes bytes, uncompressed, of the other rows
 * @param passSeconds from the first byte read until the last unit was done
 */
public record Pace(String runId, String machine, int cores, long selectedBytes, long otherBytes, double passSeconds) {
    /** A shorter pass is mostly start-up, and says nothing of a longer one. */
    private static final long LEAST_BYTES = 256L << 20;

    /** True where the pass was long enough to tell a rate from. */
    public boolean tellsRate() {
        return selectedBytes + otherBytes >= LEAST_BYTES && passSeconds > 0 && cores > 0;
    }
}
