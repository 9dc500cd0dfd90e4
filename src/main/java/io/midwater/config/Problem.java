package io.midwater.config;

/**
 * One thing wrong with the configuration.
 *
 * @param path the setting, such as "output.path"; empty when the whole file is meant
 * @param origin where it was said, such as "desk.conf:12" or "--set output.path="; empty when it was not said anywhere
 * @param message what is wrong, naming the value
 */
public record Problem(String path, String origin, String message) {
    @Override
    public String toString() {
        String place = origin.isEmpty() ? "" : " (" + origin + ")";
        return path.isEmpty() ? message + place : path + ": " + message + place;
    }
}
