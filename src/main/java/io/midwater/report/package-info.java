/** The HTML report: the aggregates of a run and a few of its orders in, one page that needs nothing else out. */
package io.midwater.report;
