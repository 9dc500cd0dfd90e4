package io.midwater.app;

import io.midwater.control.Pace;
import java.util.Locale;

/**
 * Bytes per second and core that a run goes through.
 *
 * @param selected bytes of rows inside the selection, which are parsed, analysed and written
 * @param other bytes of the other rows, which are passed over
 * @param origin whose rates these are, for people
 */
record Rates(double selected, double other, String origin) {
    /** Of a machine of two cores at 2.3 GHz. */
    static final Rates BUILT_IN = new Rates(30e6, 700e6, "built-in rate");

    /** A machine further off than this is none; a laptop asleep in the middle of a run is. */
    private static final double BELIEVED = 20;

    /**
     * The rates that an earlier run of this output was measured at: the built-in ones, both faster or slower by as much as
     * its pass was. One pass cannot tell the two apart.
     *
     * @param pace null for none
     * @param machine the host that the estimate is for
     * @return the built-in rates where the pace is of another machine, of too few bytes or beyond belief
     */
    static Rates measured(Pace pace, String machine) {
        if (pace == null || !pace.tellsRate() || !pace.machine().equals(machine)) {
            return BUILT_IN;
        }
        double expected = BUILT_IN.seconds(pace.selectedBytes(), pace.otherBytes(), pace.cores());
        double speed = expected / pace.passSeconds();
        if (!(speed > 1 / BELIEVED && speed < BELIEVED)) {
            String odd =
                    String.format(Locale.ROOT, "; that of run %s, %.3g times it, is not believed", pace.runId(), speed);
            return new Rates(BUILT_IN.selected, BUILT_IN.other, BUILT_IN.origin + odd);
        }
        return new Rates(
                BUILT_IN.selected * speed, BUILT_IN.other * speed, "rate of run " + pace.runId() + " on this output");
    }

    /** How long a pass over so many bytes takes. */
    double seconds(double selectedBytes, double otherBytes, int cores) {
        return (selectedBytes / selected + otherBytes / other) / cores;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s: %.0f MB/s per core for selected rows, %.0f MB/s for the others",
                origin,
                selected / 1e6,
                other / 1e6);
    }
}
