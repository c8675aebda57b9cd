package ews.detection.suggestion;

import ews.detection.past.Horizon;
import ews.detection.profile.Drafts;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Facts;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks for better weights, in the background and one after the other; changes nothing. */
@Component
public class Suggesting implements DisposableBean {

    private final Suggestions suggestions;
    private final Accounts accounts;
    private final Segments segments;
    private final Profiles profiles;
    private final Drafts drafts;
    private final Facts facts;
    private final OrganisationDays days;
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ews-suggestion").factory());

    Suggesting(
            Suggestions suggestions,
            Accounts accounts,
            Segments segments,
            Profiles profiles,
            Drafts drafts,
            Facts facts,
            OrganisationDays days) {
        this.suggestions = suggestions;
        this.accounts = accounts;
        this.segments = segments;
        this.profiles = profiles;
        this.drafts = drafts;
        this.facts = facts;
        this.days = days;
    }

    /**
     * Begins to look for weights for the indicators of the segment's live profile.
     *
     * @throws NoSuchElementException if there is no such segment
     */
    public SuggestionId start(int segmentId, Actor actor) {
        ProfileVersion version = profiles.current(segmentId);
        SuggestionId id = suggestions.add(version, actor);
        oneAtATime.execute(() -> run(id, version));
        return id;
    }

    public Optional<Suggestion> withId(SuggestionId id) {
        return suggestions.withId(id);
    }

    /**
     * Makes the suggested weights the draft of the segment's profile, in the place of one that is there.
     *
     * @throws IllegalArgumentException if there are none (yet), or if they are for a profile that counts no more
     */
    public void draft(Suggestion suggestion, Actor actor) {
        if (!(suggestion.finding() instanceof Finding.Weights weights)) {
            throw new IllegalArgumentException("There are no suggested weights to use.");
        }
        if (profiles.current(suggestion.segmentId()).version() != suggestion.version()) {
            throw new IllegalArgumentException("The profile has changed since: ask for a suggestion again.");
        }
        drafts.save(
                suggestion.segmentId(), suggestion.profile().weighing(weights.weights()), suggestion.version(), actor);
    }

    private void run(SuggestionId id, ProfileVersion version) {
        List<Segment> all = segments.all();
        Map<Integer, HealthProfile> live = new HashMap<>();
        all.forEach(it -> live.put(it.id(), profiles.current(it.id()).profile()));
        live.put(version.segmentId(), version.profile());
        LocalDate from = suggestions
                .firstCancellation()
                .map(it -> it.minusDays(Horizon.DAYS))
                .orElseGet(days::today);
        Periods periods = Periods.of(days.today(), from);
        var hindsight = new Hindsight(version.segmentId(), all, live, periods);
        new SuggestionRun(id, version.profile(), accounts.portions(), periods, hindsight, suggestions, facts).work();
    }

    @Override
    public void destroy() {
        oneAtATime.shutdownNow();
    }
}
