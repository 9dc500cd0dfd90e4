package io.midwater.simulation.matching;

/** The engines that must agree. */
enum EngineKind {
    REFERENCE,
    BOOK;

    MatchingEngine create(MatchingRules rules, TradeListener listener) {
        return switch (this) {
            case REFERENCE -> new ReferenceMatchingEngine(rules, listener);
            case BOOK -> new BookMatchingEngine(rules, listener);
        };
    }
}
