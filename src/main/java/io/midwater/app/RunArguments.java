package io.midwater.app;

/**
 * What a run is told on the command line besides the configuration.
 *
 * @param master the cluster, or null to take what spark-submit says
 * @param fresh ignore the results of earlier runs
 */
public record RunArguments(String master, boolean fresh) {}
