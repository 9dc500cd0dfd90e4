package io.midwater.metrics;

/** Metrics that belong together. A family declares its columns when it is made; then each order gives each one value. */
interface MetricFamily {
    void add(MeasuredOrder order);
}
