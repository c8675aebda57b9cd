package ews.dashboard.plays.editor;

import ews.dashboard.plays.editor.PlayForm.Details;
import ews.dashboard.setup.Fields;
import ews.plays.play.AssigneeRole;
import ews.plays.play.Due;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads forms of plays, and gives the page what can be chosen in them. */
@Component
class PlayForms {

    private final WatchLists watchLists;

    PlayForms(WatchLists watchLists) {
        this.watchLists = watchLists;
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(PlayForm form, Fields fields) {
        return form.read(fields, watchLists.all().stream().map(WatchList::key).toList());
    }

    void addTo(Model model, PlayForm form, Fields fields) {
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("units", Due.Unit.values());
        model.addAttribute("starts", Due.From.values());
        model.addAttribute("roles", AssigneeRole.values());
        model.addAttribute("kinds", StepKind.values());
        model.addAttribute("watchLists", watchLists.all());
    }
}
