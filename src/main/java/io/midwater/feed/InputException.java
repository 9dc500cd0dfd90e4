package io.midwater.feed;

import java.util.List;

/** The input cannot be used, and the user can do something about it: each problem names the file and what to do. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public InputException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public InputException(String problem) {
        this(List.of(problem));
    }

    public InputException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    /** Every problem found, one sentence or two each. */
    public List<String> problems() {
        return problems;
    }
}
