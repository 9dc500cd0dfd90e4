package io.midwater.feed;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;

/** How a file is compressed, by its name. A compressed file cannot be cut and is read by one task. */
public enum Compression {
    NONE(".csv", new int[0]),
    GZIP(".csv.gz", new int[] {0x1F, 0x8B}),
    BZIP2(".csv.bz2", new int[] {'B', 'Z', 'h'}),
    ZSTD(".csv.zst", new int[] {0x28, 0xB5, 0x2F, 0xFD});

    private static final int BUFFER = 1 << 16;

    private final String extension;
    private final int[] magic;

    Compression(String extension, int[] magic) {
        this.extension = extension;
        this.magic = magic;
    }

    public String extension() {
        return extension;
    }

    /** The compression of a file by its name; null for a name that no input has. */
    public static Compression ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Compression compression : values()) {
            if (lower.endsWith(compression.extension)) {
                return compression;
            }
        }
        return null;
    }

    /** The compression whose signature these bytes begin with; {@link #NONE} for anything else. */
    static Compression ofContent(byte[] first) {
        for (Compression compression : values()) {
            if (compression != NONE && compression.signs(first)) {
                return compression;
            }
        }
        return NONE;
    }

    private boolean signs(byte[] first) {
        if (first.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((first[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    InputStream decompress(InputStream raw) throws IOException {
        return switch (this) {
            case NONE -> raw;
            case GZIP -> new GZIPInputStream(raw, BUFFER);
            case BZIP2 -> bzip2(raw);
            case ZSTD -> new ZstdInputStream(raw);
        };
    }

    private static InputStream bzip2(InputStream raw) throws IOException {
        BZip2Codec codec = new BZip2Codec();
        codec.setConf(new Configuration(false));
        return codec.createInputStream(raw);
    }
}
