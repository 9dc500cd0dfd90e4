package io.midwater.app;

import io.midwater.control.UnitSums;
import io.midwater.domain.Findings;
import io.midwater.domain.Slice;
import io.midwater.sink.TableOutput;
import java.io.Serializable;

/** What is done with one security-day: a slice in, rows out. Long work asks {@link Slice#stop} now and then. */
interface SliceWork extends Serializable {
    /** Fills every table of a unit. */
    UnitSums analyse(Slice slice, Findings findings, TableOutput output);
}
