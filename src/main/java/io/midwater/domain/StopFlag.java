package io.midwater.domain;

/** Asked now and then by long work, so that it can be made to end. */
public interface StopFlag {
    /** Lets everything run to its end. */
    StopFlag NEVER = () -> {};

    /** Steps between two questions: asking costs little, but not nothing. */
    int STEPS = 256;

    /** @throws StoppedException if the work is to end now */
    void check();
}
