package io.midwater.feed;

import io.midwater.domain.SecurityDay;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which blocks of a scan go on. A later run needs some units' rows of a file only, and counts no row a second time. */
public final class BlockFilter implements Serializable {
    private static final long serialVersionUID = 1;

    private enum Rule {
        ALL,
        WITHOUT,
        ONLY
    }

    private final Rule rule;
    private final HashMap<Integer, Set<SecurityDay>> units;
    private final Set<Integer> counted;

    private BlockFilter(Rule rule, Map<Integer, Set<SecurityDay>> units, Set<Integer> counted) {
        this.rule = rule;
        this.units = new HashMap<>(units);
        this.counted = Set.copyOf(counted);
    }

    public static BlockFilter all() {
        return new BlockFilter(Rule.ALL, Map.of(), Set.of());
    }

    /** Everything but the rows of some units, told by number of the file. */
    public static BlockFilter without(Map<Integer, Set<SecurityDay>> units) {
        return new BlockFilter(Rule.WITHOUT, units, Set.of());
    }

    /**
     * The rows of some units, told by number of the file, and no rejects.
     *
     * @param counted files whose summaries have been taken before
     */
    public static BlockFilter only(Map<Integer, Set<SecurityDay>> units, Set<Integer> counted) {
        return new BlockFilter(Rule.ONLY, units, counted);
    }

    boolean passes(FeedBlock block) {
        return switch (rule) {
            case ALL -> true;
            case WITHOUT -> !block.holdsRows() || !named(block);
            case ONLY ->
                block.holdsRows()
                        ? named(block)
                        : block.kind() == FeedBlock.SUMMARY && !counted.contains(block.fileIndex());
        };
    }

    private boolean named(FeedBlock block) {
        Set<SecurityDay> named = units.get(block.fileIndex());
        return named != null && named.contains(new SecurityDay(block.securityCode(), block.epochDay()));
    }
}
