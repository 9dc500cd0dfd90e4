package io.midwater.statistics;

/**
 * How soon a first event comes, of subjects that are followed until it comes, something that rules it out comes first, or
 * they are seen no more. Steps are added in order of time; what happens at one time is seen by all at risk just before it.
 */
public final class FirstEvent {
    private long atRisk;
    private double withoutEvent = 1;
    private double undecided = 1;
    private double incidence;

    /** @param subjects followed from time 0 */
    public FirstEvent(long subjects) {
        this.atRisk = subjects;
    }

    /**
     * Goes on to the next time.
     *
     * @param events first events at that time
     * @param ruledOut subjects for which the event can come no more
     * @param lost subjects not seen after that time
     */
    public void step(long events, long ruledOut, long lost) {
        if (atRisk > 0) {
            incidence += undecided * events / atRisk;
            undecided *= 1 - (double) (events + ruledOut) / atRisk;
            withoutEvent *= 1 - (double) events / atRisk;
        }
        atRisk -= events + ruledOut + lost;
    }

    /** Subjects still followed. */
    public long atRisk() {
        return atRisk;
    }

    /**
     * The part that would have the event by now if nothing ruled it out: 1 − S, those ruled out taken as lost (Kaplan and
     * Meier, Nonparametric Estimation from Incomplete Observations, JASA 53, 1958).
     */
    public double kaplanMeier() {
        return 1 - withoutEvent;
    }

    /** The part that has the event by now, where it can be ruled out (Aalen and Johansen, Scand. J. Statist. 5, 1978). */
    public double incidence() {
        return incidence;
    }
}
