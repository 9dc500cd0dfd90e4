package io.midwater.simulation.matching;

/** Which pairs of orders may meet. */
public enum Pairing {
    /** A study order and a real contra order: real pairs have already met in reality. */
    STUDY_WITH_CONTRA,
    /** As above, and study orders with each other. No such trade exists in reality, so results are reported apart. */
    STUDY_WITH_ANY,
    /** Every order with every other: a plain exchange. */
    EVERY_PAIR;

    /** Whether an order's open quantity is what its matches leave of it, and not what really happened to it. */
    boolean simulates(boolean isStudy) {
        return isStudy || this == EVERY_PAIR;
    }

    /** Whether two orders may meet, given which of them are study orders. */
    boolean allows(boolean firstIsStudy, boolean secondIsStudy) {
        return switch (this) {
            case STUDY_WITH_CONTRA -> firstIsStudy != secondIsStudy;
            case STUDY_WITH_ANY -> firstIsStudy || secondIsStudy;
            case EVERY_PAIR -> true;
        };
    }
}
