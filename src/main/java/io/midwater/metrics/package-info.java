/** What an order cost: a slice and the lives of its orders in, one row of figures for each order out. */
package io.midwater.metrics;
