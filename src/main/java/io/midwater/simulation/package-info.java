/**
 * What would have been: a slice and the lives of its orders in; scenarios, simulated trades and the quality of the
 * replay out.
 */
package io.midwater.simulation;
