package ews.dashboard.setup.segment;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.preview.Proposal;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a new segment gets its profile from: from nothing, from another segment, or from a preview of itself. */
@Component
class ProfileSource {

    static final String BLANK = "blank";
    private static final String SEGMENT = "segment:";
    private static final String PREVIEW = "preview:";

    private final Previewing previewing;

    ProfileSource(Previewing previewing) {
        this.previewing = previewing;
    }

    /** A choice in the form. */
    record Choice(String value, String label) {}

    static String previewed(long preview) {
        return PREVIEW + preview;
    }

    /** @param chosen what the form says; one of the choices */
    List<Choice> choices(List<Segment> segments, @Nullable String chosen) {
        var choices = new ArrayList<Choice>();
        if (typed(chosen).startsWith(PREVIEW)) {
            choices.add(new Choice(typed(chosen), "the one just previewed"));
        }
        for (Segment segment : segments.reversed()) {
            choices.add(new Choice(SEGMENT + segment.id(), "a copy of " + segment.name()));
        }
        choices.add(new Choice(BLANK, "from nothing"));
        return List.copyOf(choices);
    }

    /** The profile chosen; the last segment's if nothing was. Empty if there is none, which {@code fields} then tells. */
    Optional<HealthProfile> read(@Nullable String typed, Proposal now, Fields fields) {
        String chosen = typed(typed);
        Optional<HealthProfile> profile;
        if (chosen.isEmpty()) {
            profile = now.profileOf(now.segments().getLast().id());
        } else if (chosen.matches(SEGMENT + "[0-9]{1,9}")) {
            profile = now.profileOf(Integer.parseInt(chosen.substring(SEGMENT.length())));
        } else if (chosen.matches(PREVIEW + "[0-9]{1,18}")) {
            profile = previewing
                    .withId(new PreviewId(Long.parseLong(chosen.substring(PREVIEW.length()))))
                    .map(Preview::proposal)
                    .flatMap(it -> it.profileOf(Proposal.NEW));
        } else {
            profile = Optional.empty();
        }
        if (profile.isEmpty()) {
            fields.wrong("profile", "Please choose one.");
        }
        return profile;
    }
}
