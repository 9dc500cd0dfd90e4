package io.midwater.domain;

/**
 * The state an order book is in, from those its levels are in (ASX Trade Introduction and Business Information, 4.6). The
 * schedule's state is that of the most specific of market, instrument type and class; the instrument's is the one of the
 * highest priority among order book, underlying and rows without a level. The instrument's holds where its priority is not
 * below the schedule's. Which levels are schedule and which instrument is our reading.
 */
final class SessionLevels {
    private static final int CLASS = 3;

    private final SessionChange[] latest = new SessionChange[SessionChange.DEEPEST_LEVEL + 1];

    void apply(SessionChange change) {
        latest[change.level()] = change;
    }

    /** Null before the first change. */
    SessionChange active() {
        SessionChange schedule = null;
        SessionChange instrument = latest[0];
        for (int level = 1; level < latest.length; level++) {
            SessionChange change = latest[level];
            if (change == null) {
                continue;
            }
            if (level <= CLASS) {
                schedule = change;
            } else if (instrument == null || priority(change) > priority(instrument)) {
                instrument = change;
            }
        }
        boolean ofInstrument = schedule == null || instrument != null && priority(instrument) >= priority(schedule);
        return ofInstrument ? instrument : schedule;
    }

    private static int priority(SessionChange change) {
        return change.state().priority();
    }
}
