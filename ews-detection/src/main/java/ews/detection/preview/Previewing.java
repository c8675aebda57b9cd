package ews.detection.preview;

import ews.detection.override.Overrides;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.rule.BandEntered;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.detection.segment.Segments;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Facts;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tries proposals on the whole portfolio, in the background and one after the other; changes nothing. */
@Component
public class Previewing implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Previewing.class);

    /** How long a shutdown waits for the portions that are being looked at. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
            Thread.ofPlatform().daemon().name("ews-preview").factory());
    private final Set<PreviewId> unfinished = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

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
        Map<Integer, ProfileVersion> current = profiles.current();
        var counting = new HashMap<Integer, HealthProfile>();
        for (Segment segment : all) {
            ProfileVersion version = current.get(segment.id());
            if (version != null) {
                counting.put(segment.id(), version.profile());
            }
        }
        return new Proposal(all, counting);
    }

    /** Tries another profile for a segment. */
    public PreviewId start(int segmentId, HealthProfile profile, Actor actor) {
        Proposal now = now();
        return start(segmentId, now, now.with(segmentId, profile), actor);
    }

    /**
     * Tries other segments, profiles, or both.
     *
     * @throws IllegalArgumentException with a sentence for whoever asked, if there can be no such segments
     */
    public PreviewId start(Proposal proposal, Actor actor) {
        Segments.check(proposal.segments());
        return start(null, now(), proposal, actor);
    }

    private PreviewId start(@Nullable Integer segmentId, Proposal basis, Proposal proposal, Actor actor) {
        PreviewId id = previews.add(segmentId, basis, proposal, actor);
        unfinished.add(id);
        oneAtATime.execute(() -> run(id, basis, proposal));
        return id;
    }

    public Optional<Preview> withId(PreviewId id) {
        return previews.withId(id);
    }

    private void run(PreviewId id, Proposal basis, Proposal proposal) {
        try {
            run(id, new Trial(basis, proposal, days.today()));
        } catch (PreviewRun.Stopped _) {
            previews.fail(id);
        } catch (RuntimeException e) {
            LOG.error("Preview {} failed", id, e);
            previews.fail(id);
        } finally {
            unfinished.remove(id);
        }
    }

    private void run(PreviewId id, Trial trial) {
        List<Rule> aboutBands = rules.all().stream()
                .filter(it -> it.enabled() && it.kind() instanceof BandEntered)
                .toList();
        new PreviewRun(
                        id,
                        accounts,
                        trial,
                        aboutBands,
                        previews,
                        previewedAccounts,
                        facts,
                        overrides,
                        days,
                        () -> stopping)
                .work();
    }

    /** The one at work ends after the portions that it has begun, and it and those that wait are shown as failed. */
    @Override
    public void destroy() {
        stopping = true;
        oneAtATime.shutdownNow();
        try {
            if (!oneAtATime.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A preview did not stop within {}", PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        unfinished.forEach(previews::fail);
    }
}
