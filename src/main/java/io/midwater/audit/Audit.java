package io.midwater.audit;

import java.util.List;

/**
 * What came out of checking an output.
 *
 * @param output its folder
 * @param runId of the newest run, null where it cannot be known
 * @param holds true where nothing is wrong
 * @param failedUnits units that the run itself recorded as failed; they have no files
 * @param files files checked
 * @param bytes their lengths
 * @param rows their rows
 */
public record Audit(
        String output,
        String runId,
        boolean holds,
        long units,
        long failedUnits,
        long files,
        long bytes,
        long rows,
        List<Mismatch> mismatches) {
    public Audit {
        mismatches = List.copyOf(mismatches);
    }

    /** What is said where not even the manifest can be read. */
    public static Audit unreadable(String output, String runId, Mismatch problem) {
        return new Audit(output, runId, false, 0, 0, 0, 0, 0, List.of(problem));
    }
}
