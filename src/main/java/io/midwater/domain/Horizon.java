package io.midwater.domain;

import java.io.Serializable;

/**
 * A time after a fill at which the market is looked at again.
 *
 * @param label as configured, part of column names: "50ms"
 * @param ns nanoseconds
 */
public record Horizon(String label, long ns) implements Serializable {}
