package io.midwater.generator;

/**
 * What was written.
 *
 * @param files number of files
 * @param bytes bytes of all files together
 * @param orderBytes bytes of the orders files
 * @param orders new orders that entered the market
 * @param events rows of the orders files, duplicates included
 * @param trades rows of the trades files (legs), duplicates included
 */
public record GeneratorSummary(int files, long bytes, long orderBytes, long orders, long events, long trades) {}
