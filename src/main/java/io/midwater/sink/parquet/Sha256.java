package io.midwater.sink.parquet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which published files are known. */
public final class Sha256 {
    private Sha256() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
