/** One security on one business date: column blocks from any number of files in, a slice in total order out. */
package io.midwater.slice;
