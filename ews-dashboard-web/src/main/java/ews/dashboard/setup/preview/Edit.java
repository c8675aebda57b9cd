package ews.dashboard.setup.preview;

import ews.detection.preview.Preview;
import ews.detection.preview.Proposal;
import ews.domain.segment.Segment;
import java.util.List;

/** A link to a form in which a proposal about segments can be changed further. */
record Edit(String address, String label) {

    static List<Edit> of(Preview preview) {
        Proposal proposal = preview.proposal();
        String from = "?preview=" + preview.id();
        if (proposal.segment(Proposal.NEW).isPresent()) {
            return List.of(
                    new Edit("/setup/segments/new" + from, "Change its rules"),
                    new Edit("/setup/segments/new/profile" + from, "Change its profile"));
        }
        return proposal.segments().stream()
                .filter(it -> preview.basis()
                        .segment(it.id())
                        .filter(before -> !before.equals(it))
                        .isPresent())
                .map(Segment::id)
                .map(id -> new Edit("/setup/segments/" + id + from, "Change its rules"))
                .limit(1)
                .toList();
    }
}
