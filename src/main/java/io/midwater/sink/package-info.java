/** The output folder: rows of tables in, files at their place out, published in one piece and known by their hashes. */
package io.midwater.sink;
