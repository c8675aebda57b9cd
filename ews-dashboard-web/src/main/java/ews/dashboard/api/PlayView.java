package ews.dashboard.api;

import ews.plays.play.Play;
import ews.plays.play.PlayChanges;
import ews.plays.play.PlayDocument;
import ews.plays.play.PlayVersion;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A play as it is now.
 *
 * @param sentence who comes into it by itself, in words
 * @param play the same that files have
 */
record PlayView(String key, int version, boolean enabled, String sentence, JsonNode play) {

    static PlayView of(Play play) {
        return new PlayView(
                play.key(),
                play.version(),
                play.enabled(),
                play.definition().entry().text(),
                PlayDocument.write(play));
    }

    /**
     * What it said from a moment on.
     *
     * @param changes against the version before, in sentences
     */
    record VersionView(
            int version, String reason, String author, Instant savedAt, List<String> changes, JsonNode play) {

        static List<VersionView> of(List<PlayVersion> newestFirst) {
            return IntStream.range(0, newestFirst.size())
                    .mapToObj(i -> of(
                            newestFirst.get(i),
                            i + 1 == newestFirst.size()
                                    ? List.of()
                                    : PlayChanges.between(
                                            newestFirst.get(i + 1).play(),
                                            newestFirst.get(i).play())))
                    .toList();
        }

        private static VersionView of(PlayVersion it, List<String> changes) {
            return new VersionView(
                    it.play().version(),
                    it.reason(),
                    it.author(),
                    it.createdAt(),
                    changes,
                    PlayDocument.write(it.play()));
        }
    }
}
