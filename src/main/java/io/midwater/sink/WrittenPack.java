package io.midwater.sink;

import io.midwater.control.WrittenTable;
import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What became of a {@link Pack}.
 *
 * @param file null where a piece was damaged
 * @param rowGroups by number of the piece: its first row group in the file
 * @param damaged units whose rows are not what was written once, and what is wrong
 */
public record WrittenPack(Pack pack, WrittenTable file, List<Integer> rowGroups, Map<SecurityDay, String> damaged)
        implements Serializable {}
