package io.midwater.sink;

import java.util.ArrayList;
import java.util.List;

/**
 * A publication as it is written down before it begins: a line for the run, one per rename, one per file that goes.
 *
 * <pre>
 * run 20240905T071500.000Z
 * .staging/20240905T071500.000Z/task-3/tables/metrics/security_code=7/date=2024-09-05/part-0.parquet tables/metrics/…
 * - tables/metrics/security_code=9/date=2024-09-05/part-0.parquet
 * end
 * </pre>
 *
 * @param moves from staging to the output, in order
 * @param gone paths to withdraw
 */
record Journal(String runId, List<Move> moves, List<String> gone) {
    private static final String RUN = "run ";
    private static final String GONE = "- ";
    private static final String END = "end";

    /** Both relative to the output; no path of ours has a blank in it. */
    record Move(String staged, String path) {}

    Journal {
        moves = List.copyOf(moves);
        gone = List.copyOf(gone);
    }

    String text() {
        StringBuilder text = new StringBuilder(RUN).append(runId).append('\n');
        moves.forEach(move ->
                text.append(move.staged()).append(' ').append(move.path()).append('\n'));
        gone.forEach(path -> text.append(GONE).append(path).append('\n'));
        return text.append(END).append('\n').toString();
    }

    /** @throws IllegalArgumentException for anything but {@link #text} */
    static Journal parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2
                || !lines.get(0).startsWith(RUN)
                || !lines.get(lines.size() - 1).equals(END)) {
            throw new IllegalArgumentException("not a journal of a publication: " + text.length() + " characters");
        }
        List<Move> moves = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            if (line.startsWith(GONE)) {
                gone.add(line.substring(GONE.length()));
            } else {
                int blank = line.indexOf(' ');
                moves.add(new Move(line.substring(0, blank), line.substring(blank + 1)));
            }
        }
        return new Journal(lines.get(0).substring(RUN.length()), moves, gone);
    }
}
