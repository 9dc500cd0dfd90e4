package io.midwater.control;

import java.io.Serializable;

/**
 * One file of a unit.
 *
 * @param table name of the table
 * @param path where it belongs, relative to the output
 * @param staged where it was written
 * @param sha256 of its bytes, in hex
 */
public record WrittenTable(String table, String path, String staged, long rows, long bytes, String sha256)
        implements Serializable {}
