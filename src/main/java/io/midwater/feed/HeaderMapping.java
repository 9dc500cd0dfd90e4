package io.midwater.feed;

import java.io.Serializable;
import java.util.List;

/**
 * What a header line says.
 *
 * @param positions per canonical column of the kind its field in the file, −1 where the file has none
 * @param fields number of fields of every row
 * @param bytes where the first row begins: the header line with its byte order mark and line end
 * @param byteOrderMark true where the file begins with a UTF-8 byte order mark
 * @param unknown header names that mean nothing to us; their values are not read
 * @param hash SHA-256 of the header line without line end, in hexadecimal
 */
public record HeaderMapping(
        List<Integer> positions, int fields, long bytes, boolean byteOrderMark, List<String> unknown, String hash)
        implements Serializable {
    public HeaderMapping {
        positions = List.copyOf(positions);
        unknown = List.copyOf(unknown);
    }
}
