package io.midwater.sink;

import io.midwater.domain.table.RowGroupSink;
import io.midwater.domain.table.TableSchema;

/** Takes row groups of several tables, told apart by the name of their schema. */
public interface TableOutput extends RowGroupSink {
    /** Says that there is such a table, even if no row follows. Before its first row group. */
    void declare(TableSchema schema);
}
