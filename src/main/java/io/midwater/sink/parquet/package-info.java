/** Parquet written and read by ourselves: columns of rows in, the same bytes for the same rows out, and back. */
package io.midwater.sink.parquet;
