package io.midwater.sink.parquet;

import static java.util.Objects.requireNonNull;

import io.midwater.domain.table.ColumnSpec;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A named column of a Parquet file. */
public record ParquetColumn(String name, ParquetType type) {
    public ParquetColumn {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    public static List<ParquetColumn> of(List<ColumnSpec> columns) {
        return columns.stream()
                .map(column -> new ParquetColumn(column.name(), ParquetType.of(column.type())))
                .toList();
    }

    /** The file schema of a table. */
    public static MessageType schema(String table, List<ParquetColumn> columns) {
        List<Type> fields =
                columns.stream().<Type>map(c -> c.type().column(c.name())).toList();
        return new MessageType(table, fields);
    }
}
