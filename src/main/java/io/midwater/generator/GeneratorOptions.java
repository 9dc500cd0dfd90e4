package io.midwater.generator;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What market to make. Equal options make equal bytes.
 *
 * @param out folder to write into; created when absent
 * @param securities number of order books, 1 to 16,000
 * @param dates number of consecutive trading days (weekdays), 1 to 4,000
 * @param targetBytes wanted size of all orders files together, met within 5 %; −1 when {@code orders} decides
 * @param orders number of new orders over all securities and dates; −1 when {@code targetBytes} decides
 * @param seed any number; another seed makes another market of the same shape
 * @param firstDate first trading day; moved to Monday when it is a weekend
 */
public record GeneratorOptions(
        Path out, int securities, int dates, long targetBytes, long orders, long seed, LocalDate firstDate) {
    public static final LocalDate DEFAULT_FIRST_DATE = LocalDate.of(2024, 9, 2);
    static final int MAX_SECURITIES = 16_000;
    static final int MAX_DATES = 4_000;

    public GeneratorOptions {
        requireNonNull(out, "out is null");
        requireNonNull(firstDate, "firstDate is null");
        if (securities < 1 || securities > MAX_SECURITIES) {
            throw new IllegalArgumentException("securities must be 1 to " + MAX_SECURITIES + ", was " + securities);
        }
        if (dates < 1 || dates > MAX_DATES) {
            throw new IllegalArgumentException("dates must be 1 to " + MAX_DATES + ", was " + dates);
        }
        if ((targetBytes == -1) == (orders == -1)) {
            throw new IllegalArgumentException(
                    "exactly one of size and orders must be given, were " + targetBytes + " and " + orders);
        }
        if (targetBytes != -1 && targetBytes < 1) {
            throw new IllegalArgumentException("size must be positive, was " + targetBytes);
        }
        if (orders != -1 && orders < 1) {
            throw new IllegalArgumentException("orders must be positive, was " + orders);
        }
    }

    public GeneratorOptions(Path out, int securities, int dates, long targetBytes, long orders, long seed) {
        this(out, securities, dates, targetBytes, orders, seed, DEFAULT_FIRST_DATE);
    }
}
