package io.midwater.feed;

import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something cannot be done with a file, in words: the errors of Java and Hadoop often name no more than the path. */
public final class FileReason {
    private FileReason() {}

    public static String of(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                return "permission denied";
            } else if (cause instanceof NoSuchFileException missing) {
                return "no such directory, and it cannot be made: " + missing.getFile();
            } else if (cause instanceof UnknownHostException host) {
                return "unknown host " + host.getMessage();
            } else if (cause instanceof ClassNotFoundException type) {
                return "no library for this kind of file system: " + type.getMessage();
            } else if (cause instanceof FileSystemException known && known.getReason() != null) {
                return known.getReason();
            }
        }
        String message = error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
