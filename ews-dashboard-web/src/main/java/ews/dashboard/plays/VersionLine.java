package ews.dashboard.plays;

import ews.dashboard.view.When;
import ews.plays.play.PlayChanges;
import ews.plays.play.PlayVersion;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A version of a play in the list of them.
 *
 * @param live whether it is what the play says now
 * @param changes what is different from the version before, in sentences
 */
record VersionLine(int version, boolean live, String reason, String written, List<String> changes) {

    /** @param versions newest first */
    static List<VersionLine> of(List<PlayVersion> versions, When when) {
        return IntStream.range(0, versions.size())
                .mapToObj(place -> {
                    PlayVersion it = versions.get(place);
                    return new VersionLine(
                            it.play().version(),
                            place == 0,
                            it.reason(),
                            "%s, %s".formatted(it.author(), when.within(it.createdAt())),
                            place + 1 < versions.size()
                                    ? PlayChanges.between(
                                            versions.get(place + 1).play(), it.play())
                                    : List.of());
                })
                .toList();
    }
}
