package ews.dashboard.setup.profile;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.domain.score.Band;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import ews.domain.score.MissingData;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a profile shows and lets one choose from, whichever profile it is. */
@Component
class ProfileChoices {

    private final Vocabulary vocabulary;

    ProfileChoices(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void addTo(Model model, ProfileForm form, Fields fields) {
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("groups", IndicatorGroup.values());
        model.addAttribute("missing", MissingData.values());
        model.addAttribute("kinds", Limit.Kind.values());
        model.addAttribute("bands", List.of(Band.GOOD, Band.AVERAGE, Band.POOR));
        vocabulary.addTo(model);
    }
}
