package io.midwater.domain;

/**
 * One session row: the state that one level of an order book's hierarchy is in from a time on.
 *
 * @param level 1 market, 2 instrument type, 3 class, 4 order book, 5 underlying; 0 where the row tells none of these
 * @param opens true where orders match continuously in this state
 */
public record SessionChange(long timestampNs, int level, SessionState state, boolean opens) {
    static final int DEEPEST_LEVEL = 5;
    private static final String UNDEFINED = "0";
    private static final String CONTINUOUS = "1";

    /**
     * What a row says. A matching type other than continuous does not open, whatever the name; where there is none the
     * name alone decides.
     *
     * @param level null for none
     * @param matchingType null for none
     */
    public static SessionChange of(long timestampNs, String name, String level, String matchingType) {
        SessionState state = SessionState.of(name);
        String matching = matchingType == null ? UNDEFINED : matchingType.trim();
        boolean continuous = matching.isEmpty() || matching.equals(UNDEFINED) || matching.equals(CONTINUOUS);
        return new SessionChange(timestampNs, levelOf(level), state, state.opens() && continuous);
    }

    private static int levelOf(String text) {
        String level = text == null ? "" : text.trim();
        boolean known = level.length() == 1 && level.charAt(0) > '0' && level.charAt(0) <= '0' + DEEPEST_LEVEL;
        return known ? level.charAt(0) - '0' : 0;
    }
}
