/**
 * Tests, intervals and corrections for differences between paired measurements. Distributions come from Apache Commons
 * Math. What cannot be computed is null, or NaN where it is a number; nothing is random but by a seed given.
 */
package io.midwater.statistics;
