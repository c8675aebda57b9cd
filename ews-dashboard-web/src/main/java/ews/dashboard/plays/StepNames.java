package ews.dashboard.plays;

import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import org.springframework.stereotype.Component;

/** What people call what steps name by key. What is gone is called by its key. */
@Component
class StepNames {

    private final Templates templates;
    private final WatchLists watchLists;
    private final Plays plays;

    StepNames(Templates templates, WatchLists watchLists, Plays plays) {
        this.templates = templates;
        this.watchLists = watchLists;
        this.plays = plays;
    }

    public String of(Step step) {
        return switch (step) {
            case EmailStep email -> template(email.template());
            case WatchListStep listed -> watchList(listed.list());
            case StartPlayStep started -> play(started.play());
            case TaskStep _, EscalateStep _, WaitStep _, BranchStep _, MessageStep _ -> step.name();
        };
    }

    private String template(String key) {
        return templates.withKey(key).map(Template::name).orElse(key);
    }

    private String watchList(String key) {
        return watchLists.withKey(key).map(WatchList::name).orElse(key);
    }

    private String play(String key) {
        return plays.withKey(key).map(Play::name).orElse(key);
    }
}
