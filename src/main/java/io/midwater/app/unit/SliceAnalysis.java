package io.midwater.app.unit;

import io.midwater.control.UnitSums;
import io.midwater.domain.Findings;
import io.midwater.domain.Slice;
import io.midwater.sink.TableOutput;
import java.io.Serializable;

/** What is done with one security-day: a slice in, rows of tables out. */
public interface SliceAnalysis extends Serializable {
    /** Declares and fills every table of a unit. */
    UnitSums analyse(Slice slice, Findings findings, TableOutput output);
}
