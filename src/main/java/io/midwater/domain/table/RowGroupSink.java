package io.midwater.domain.table;

/** Takes the row groups of one table in order. The group may be reused by its owner after the call returns. */
@FunctionalInterface
public interface RowGroupSink {
    void accept(RowGroup group);

    /** Forgets everything; for schemas and tests. */
    static RowGroupSink none() {
        return group -> {};
    }
}
