package ews.dashboard.accounts;

import ews.dashboard.view.Delta;
import ews.dashboard.view.When;
import ews.domain.score.ScoreChange;
import java.time.LocalDate;

/** What changed since a day of the viewer's choice, or since yesterday. */
record Compared(LocalDate day, String since, Delta change, String story) {

    static Compared of(LocalDate day, boolean yesterday, ScoreChange change) {
        return new Compared(
                day,
                yesterday ? "yesterday" : When.day(day),
                Delta.of(change.change().orElse(null)),
                change.story());
    }
}
