package io.midwater.config;

/** Numbers and flags as people write them, inside limits. */
final class NumberText {
    private NumberText() {}

    static boolean flag(String text) {
        return switch (text) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("must be true or false, was '" + text + "'");
        };
    }

    static long whole(String text, long min, long max) {
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number, was '" + text + "'", e);
        }
        if (number < min || number > max) {
            throw new IllegalArgumentException(
                    range(String.valueOf(min), String.valueOf(max), max == Long.MAX_VALUE) + ", was " + text);
        }
        return number;
    }

    static double decimal(String text, double min, double max) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number, was '" + text + "'", e);
        }
        if (!(number >= min && number <= max)) {
            throw new IllegalArgumentException(
                    range(String.valueOf(min), String.valueOf(max), false) + ", was " + text);
        }
        return number == 0 ? 0 : number;
    }

    private static String range(String min, String max, boolean open) {
        return open ? "must be at least " + min : "must be between " + min + " and " + max;
    }
}
