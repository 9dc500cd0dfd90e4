package io.midwater.feed;

import static java.util.stream.Collectors.joining;

import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.Table;
import java.util.Arrays;

/** Table {@code rejects}: rows that cannot be used, with the place where they stand. */
public final class RejectsTable extends Table {
    public static final String NAME = "rejects";

    private final TextColumn file = texts("file", "path of the input file");
    private final LongColumn line = longs("line", "", "physical line in the file, the header is line 1");
    private final LongColumn byteOffset =
            longs("byte_offset", "bytes", "offset of the row's first byte in the (uncompressed) file");
    private final TextColumn reason = texts(
            "reason",
            "the first check that failed; docs/input.md says what each means: "
                    + Arrays.stream(RejectReason.values()).map(Enum::name).collect(joining(", ")));
    private final TextColumn column = texts("column", "canonical column at fault; null for the whole line");
    private final TextColumn raw = texts("raw", "the line as it was, cut at 4 KiB; null where it is not at hand");

    public RejectsTable(RowGroupSink sink) {
        super(NAME, sink);
    }

    /** @param fault null for the whole line */
    public void add(String path, long lineNumber, long offset, String why, String fault, String text) {
        file.append(path);
        line.append(lineNumber);
        byteOffset.append(offset);
        reason.append(why);
        column.append(fault);
        raw.append(text);
        endRow();
    }
}
