package io.midwater.control;

import io.midwater.domain.SecurityDay;

/** A security-day with quotes or session states, but neither orders nor trades: nothing is made of it. */
public record IdleUnit(SecurityDay unit, RowOrigins origins) implements TaskMessage {}
