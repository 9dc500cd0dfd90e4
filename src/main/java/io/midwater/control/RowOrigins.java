package io.midwater.control;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which input files a unit's rows came from. Its text, {@code 3:120 7:55:2:1}, is what the manifest keeps: file 3 gave 120
 * rows, file 7 gave 55 of which 2 were duplicates and 1 was rejected in the unit.
 *
 * @param shares by number of the file, ascending
 */
public record RowOrigins(List<Share> shares) implements Serializable {
    public static final RowOrigins NONE = new RowOrigins(List.of());

    public RowOrigins {
        shares = List.copyOf(shares);
    }

    /**
     * What one file gave.
     *
     * @param file number of the input file
     * @param rows rows that reached the unit
     * @param duplicates of these, dropped because others say the same
     * @param rejected of these, rejected in the unit
     */
    public record Share(int file, long rows, long duplicates, long rejected) implements Serializable {
        private String text() {
            return file + ":" + rows + (duplicates + rejected == 0 ? "" : ":" + duplicates + ":" + rejected);
        }
    }

    /** Rows of all files. */
    public long rows() {
        return shares.stream().mapToLong(Share::rows).sum();
    }

    /** The same without the rows of some files. */
    public RowOrigins without(Set<Integer> files) {
        return new RowOrigins(
                shares.stream().filter(share -> !files.contains(share.file())).toList());
    }

    /** The same rows, none of them a duplicate or rejected. */
    RowOrigins nothingDropped() {
        return new RowOrigins(shares.stream()
                .map(share -> new Share(share.file(), share.rows(), 0, 0))
                .toList());
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }

    /** @throws IllegalArgumentException for anything but {@link #text} */
    public static RowOrigins parse(String text) {
        List<Share> shares = new ArrayList<>();
        for (String share : text.split(" ")) {
            if (share.isEmpty()) {
                continue;
            }
            String[] numbers = share.split(":");
            if (numbers.length != 2 && numbers.length != 4) {
                throw new IllegalArgumentException(
                        "a share is file:rows or file:rows:duplicates:rejected, was " + share);
            }
            shares.add(new Share(
                    Integer.parseInt(numbers[0]),
                    Long.parseLong(numbers[1]),
                    numbers.length == 2 ? 0 : Long.parseLong(numbers[2]),
                    numbers.length == 2 ? 0 : Long.parseLong(numbers[3])));
        }
        return new RowOrigins(shares);
    }

    /** As the manifest keeps it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Share share : shares) {
            text.append(text.isEmpty() ? "" : " ").append(share.text());
        }
        return text.toString();
    }
}
