package io.midwater.control;

import java.io.Serializable;

/** What a task tells the driver when it commits; the driver publishes only what came back, so attempts count once. */
public sealed interface TaskMessage extends Serializable permits UnitResult, IdleUnit, FileResult {}
