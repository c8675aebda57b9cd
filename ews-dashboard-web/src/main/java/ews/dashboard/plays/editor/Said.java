package ews.dashboard.plays.editor;

import ews.plays.play.Play;

/** What the page says once a play is saved. */
final class Said {

    private Said() {}

    /** @param seen the version that was edited */
    static String saved(Play saved, int seen) {
        if (saved.version() == seen) {
            return "%s says what it said before: nothing was saved.".formatted(saved.name());
        }
        return seen == 0
                ? "%s was saved and is on: it can be started.".formatted(saved.name())
                : "%s was saved as version %d. Runs keep the version that they started with."
                        .formatted(saved.name(), saved.version());
    }
}
