package io.midwater.generator;

import java.time.LocalDate;

/** Told after every finished trading day. */
@FunctionalInterface
public interface GeneratorProgress {
    /** @param orderBytes bytes of the orders files so far */
    void dateDone(LocalDate date, int datesDone, int dates, long orderBytes);
}
