/** All units added up: their published sums in, the rows of the aggregates out. Spark SQL. */
package io.midwater.rollup;
