/** The Centre Point matching engine: orders and quotes of one security in their order in, trades out to a listener. */
package io.midwater.simulation.matching;
