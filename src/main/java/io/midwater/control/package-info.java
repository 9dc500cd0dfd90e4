/**
 * What is done, what is left and what failed: files and the last manifest in, the work of a run and the next manifest
 * out.
 */
package io.midwater.control;
