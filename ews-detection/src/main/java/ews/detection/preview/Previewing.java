package ews.detection.preview;

import ews.detection.override.Overrides;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.rule.BandEntered;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.detection.segment.Segments;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Facts;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tries proposals on the whole portfolio, in the background and one after the other; changes nothing. */
@Component
public class Previewing implements DisposableBean {

    private final Previews previews;
    private final PreviewedAccounts previewedAccounts;
    private final Accounts accounts;
    private final Segments segments;
    private final Profiles profiles;
    private final Rules rules;
    private final Facts facts;
    private final Overrides overrides;
    private final OrganisationDays days;
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ews-preview").factory());

    Previewing(
            Previews previews,
            PreviewedAccounts previewedAccounts,
            Accounts accounts,
            Segments segments,
            Profiles profiles,
            Rules rules,
            Facts facts,
            Overrides overrides,
            OrganisationDays days) {
        this.previews = previews;
        this.previewedAccounts = previewedAccounts;
        this.accounts = accounts;
        this.segments = segments;
        this.profiles = profiles;
        this.rules = rules;
        this.facts = facts;
        this.overrides = overrides;
        this.days = days;
    }

    /** What counts today. */
    public Proposal now() {
        List<Segment> all = segments.all();
        Map<Integer, HealthProfile> current = new HashMap<>();
        for (Segment segment : all) {
            ProfileVersion version = profiles.of(segment.id(), days.today());
            current.put(segment.id(), version.profile());
        }
        return new Proposal(all, current);
    }

    /** Tries another profile for a segment. */
    public PreviewId start(int segmentId, HealthProfile profile, Actor actor) {
        return start(segmentId, now().with(segmentId, profile), actor);
    }

    private PreviewId start(@Nullable Integer segmentId, Proposal proposal, Actor actor) {
        PreviewId id = previews.add(segmentId, proposal, actor);
        oneAtATime.execute(() -> run(id, proposal));
        return id;
    }

    public Optional<Preview> withId(PreviewId id) {
        return previews.withId(id);
    }

    private void run(PreviewId id, Proposal proposal) {
        List<AccountPortion> portions = accounts.portions();
        List<Rule> aboutBands = rules.all().stream()
                .filter(it -> it.enabled() && it.kind() instanceof BandEntered)
                .toList();
        var trial = new Trial(now(), proposal, days.today());
        new PreviewRun(id, portions, trial, aboutBands, previews, previewedAccounts, facts, overrides, days).work();
    }

    @Override
    public void destroy() {
        oneAtATime.shutdownNow();
    }
}
