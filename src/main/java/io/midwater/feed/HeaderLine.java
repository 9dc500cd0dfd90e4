package io.midwater.feed;

import io.midwater.domain.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** The first line of a file, as bytes: a byte order mark before it and a line end behind it may be there. */
final class HeaderLine {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] line;

    private HeaderLine(byte[] line) {
        this.line = line;
    }

    /** The first line with its line end, or what there is of it. */
    static HeaderLine read(InputStream in, FeedOptions options) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (line.size() <= options.csv().maxLineBytes() + 5) {
            int read = in.read(chunk, 0, chunk.length);
            if (read < 0) {
                break;
            }
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, 0, i + 1);
                    return new HeaderLine(line.toByteArray());
                }
            }
            line.write(chunk, 0, read);
        }
        return new HeaderLine(line.toByteArray());
    }

    /** Why it cannot be read, for people; null where it can. */
    String unreadable(FeedOptions options) {
        if (line.length == 0) {
            return "the file is empty: no header";
        }
        Compression compression = Compression.ofContent(line);
        if (compression != Compression.NONE) {
            return "the content is compressed; name the file *" + compression.extension();
        }
        int first = line[0] & 0xFF;
        int second = line.length > 1 ? line[1] & 0xFF : 0;
        if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
            return "the text is UTF-16; save the file as UTF-8";
        }
        for (byte b : line) {
            if (b == 0) {
                return "the header line holds zero bytes: UTF-16 or no text at all; save the file as UTF-8";
            }
        }
        for (int i = 0; i + 1 < line.length; i++) {
            if (line[i] == '\r' && line[i + 1] != '\n') {
                return "the lines end with CR only; save the file with LF or CRLF line ends";
            }
        }
        if (line[line.length - 1] != '\n' && line.length > options.csv().maxLineBytes()) {
            return "the header line is longer than input.csv.max-line-bytes ("
                    + options.csv().maxLineBytes() + ")";
        }
        return null;
    }

    byte[] bytes() {
        return line;
    }

    /** Bytes, with mark and line end. */
    int length() {
        return line.length;
    }

    boolean isMarked() {
        return from() > 0;
    }

    /** Where the names begin. */
    int from() {
        return line.length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
    }

    /** Where the names end. */
    int to() {
        int to = line.length - (line[line.length - 1] == '\n' ? 1 : 0);
        return to > from() && line[to - 1] == '\r' ? to - 1 : to;
    }

    String text() {
        return new String(line, from(), to() - from(), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the names. */
    String hash() {
        MessageDigest digest = Sha256.digest();
        digest.update(line, from(), to() - from());
        return Sha256.hex(digest);
    }
}
