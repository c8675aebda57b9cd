package ews.dashboard.alerts;

import ews.dashboard.discussion.Discussion;
import ews.dashboard.plays.PlayEvidence;
import ews.dashboard.plays.RunLine;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.When;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertDetail;
import ews.detection.alert.AlertLists;
import ews.detection.alert.EarlyEnd;
import ews.detection.alert.Occurrence;
import ews.detection.alert.Rejudging;
import ews.detection.alert.SimilarAlerts;
import ews.detection.rule.Severity;
import ews.detection.scoring.AccountHealth;
import ews.detection.scoring.Health;
import ews.domain.alert.AlertId;
import ews.domain.score.HealthScore;
import ews.domain.time.OrganisationDays;
import ews.plays.discussion.Topic;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.RunState;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known about an alert: what was found, what is true now, and what is around it. */
@Component
class AlertPages {

    private static final int EXAMPLES = 5;

    private final AlertLists lists;
    private final Rejudging rejudging;
    private final SimilarAlerts similar;
    private final BusinessEvent.Reading events;
    private final Health health;
    private final RunLists runs;
    private final Plays plays;
    private final PlayEvidence evidence;
    private final Discussion.Reading discussions;
    private final When when;
    private final OrganisationDays days;

    AlertPages(
            AlertLists lists,
            Rejudging rejudging,
            SimilarAlerts similar,
            BusinessEvent.Reading events,
            Health health,
            RunLists runs,
            Plays plays,
            PlayEvidence evidence,
            Discussion.Reading discussions,
            When when,
            OrganisationDays days) {
        this.lists = lists;
        this.rejudging = rejudging;
        this.similar = similar;
        this.events = events;
        this.health = health;
        this.runs = runs;
        this.plays = plays;
        this.evidence = evidence;
        this.discussions = discussions;
        this.when = when;
        this.days = days;
    }

    Optional<AlertView> of(AlertId id, Viewer viewer) {
        return lists.detail(id).map(detail -> view(detail, viewer));
    }

    private AlertView view(AlertDetail detail, Viewer viewer) {
        Alert alert = detail.alert();
        LocalDate today = days.today();
        BusinessEvent event = events.of(detail);
        Optional<Play> suggested = play(alert);
        return new AlertView(
                detail,
                alert.isSnoozed(today),
                viewer.mayChangeOf(alert.csm()) && !alert.status().isEnded(),
                alert.delay() == null ? null : DelayWords.seconds(alert.delay()),
                worse(detail),
                NowView.of(detail.evidence(), rejudging.now(alert)),
                event.course(),
                Course.Held.of(detail.occurrences(), detail.evidence().severity()),
                event.before(),
                event.allBefore(),
                touched(detail, today).orElse(null),
                similar.to(alert, EXAMPLES),
                runs.ofAlert(alert.account(), alert.id())
                        .map((Run run) -> RunLine.of(run, when))
                        .orElse(null),
                suggested.orElse(null),
                suggested.flatMap(it -> evidence.of(it.key(), alert.account())).orElse(null),
                Choices.of(today),
                discussions.of(Topic.of(alert.account(), alert.id()), viewer));
    }

    /** The play that can be started: the one that the rule suggests, unless it runs or has run. */
    private Optional<Play> play(Alert alert) {
        boolean given = runs.ofAlert(alert.account(), alert.id())
                .filter(run -> !(run.state() instanceof RunState.Cancelled))
                .isPresent();
        return given || alert.play() == null
                ? Optional.empty()
                : plays.withKey(alert.play()).filter(Play::enabled);
    }

    /** As it was when it was put aside, or else as it was when the condition was last seen. */
    private static @Nullable String worse(AlertDetail detail) {
        Severity severity = detail.evidence().severity();
        if (severity == null || detail.occurrences().isEmpty()) {
            return null;
        }
        Occurrence last = detail.occurrences().getLast();
        EarlyEnd snoozed = detail.alert().earlyEnd();
        if (snoozed != null) {
            return Severity.worse(severity.measure(), snoozed.value(), snoozed.worseAt(), severity.unit());
        }
        return last.value() == null || last.worseAt() == null
                ? null
                : Severity.worse(severity.measure(), last.value(), last.worseAt(), severity.unit());
    }

    private Optional<Touched> touched(AlertDetail detail, LocalDate today) {
        HealthScore then = score(detail.alert(), detail.alert().raisedOn()).orElse(null);
        return score(detail.alert(), today).flatMap(now -> Touched.of(detail.evidence(), detail.looksFor(), then, now));
    }

    private Optional<HealthScore> score(Alert alert, LocalDate day) {
        return health.of(alert.account(), day).map(AccountHealth::score);
    }
}
