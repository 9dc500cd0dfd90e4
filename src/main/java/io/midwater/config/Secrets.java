package io.midwater.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps passwords and keys out of what is printed. No setting of ours is one, but a setting given to us by mistake, such
 * as {@code fs.s3a.secret.key}, is repeated in the message that refuses it.
 */
final class Secrets {
    private static final String HIDDEN = "(hidden)";

    private static final Pattern SECRET = Pattern.compile(
            "secret|password|passwd|token|credential|access[._-]?key|account[._-]?key|private[._-]?key");

    private Secrets() {}

    /** A setting {@code path=value} without the value where the path names a secret. */
    static String hidden(String setting) {
        int equals = setting.indexOf('=');
        boolean secret = equals > 0
                && SECRET.matcher(setting.substring(0, equals).toLowerCase(Locale.ROOT))
                        .find();
        return secret ? setting.substring(0, equals + 1) + HIDDEN : setting;
    }
}
