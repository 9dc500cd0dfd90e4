/** What of a unit can be added up: rows of its orders in, exact sums for each group out. */
package io.midwater.totals;
