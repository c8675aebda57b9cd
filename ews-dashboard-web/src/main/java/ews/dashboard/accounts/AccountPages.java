package ews.dashboard.accounts;

import ews.dashboard.accounts.Staleness.Stale;
import ews.dashboard.discussion.Discussion;
import ews.dashboard.plays.PlayEvidence;
import ews.dashboard.plays.RunLine;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.When;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertLists;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.scoring.AccountHealth;
import ews.detection.scoring.Health;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.fact.FeedbackGiven;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.plays.discussion.Topic;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.task.TaskLists;
import ews.plays.touchpoint.Touchpoints;
import ews.plays.watchlist.WatchLists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known about one account: its page, as of any day, and its preview. */
@Component
public class AccountPages {

    private static final int USAGE_DAYS = 90;
    private static final int MOST_OF_A_KIND = 25;
    private static final int PREVIEW_HAPPENINGS = 6;

    private final Facts facts;
    private final Health health;
    private final Profiles profiles;
    private final Switches.Reading switches;
    private final AlertLists alerts;
    private final Plays plays;
    private final RunLists runs;
    private final TaskLists tasks;
    private final Touchpoints touchpoints;
    private final WatchLists watchLists;
    private final PlayEvidence evidence;
    private final Discussion.Reading discussions;
    private final Happenings happenings;
    private final People people;
    private final Members members;
    private final When when;
    private final Staleness staleness;
    private final OrganisationDays days;

    AccountPages(
            Facts facts,
            Health health,
            Profiles profiles,
            Switches.Reading switches,
            AlertLists alerts,
            Plays plays,
            RunLists runs,
            TaskLists tasks,
            Touchpoints touchpoints,
            WatchLists watchLists,
            PlayEvidence evidence,
            Discussion.Reading discussions,
            Happenings happenings,
            People people,
            Members members,
            When when,
            Staleness staleness,
            OrganisationDays days) {
        this.facts = facts;
        this.health = health;
        this.profiles = profiles;
        this.switches = switches;
        this.alerts = alerts;
        this.plays = plays;
        this.runs = runs;
        this.tasks = tasks;
        this.touchpoints = touchpoints;
        this.watchLists = watchLists;
        this.evidence = evidence;
        this.discussions = discussions;
        this.happenings = happenings;
        this.people = people;
        this.members = members;
        this.when = when;
        this.staleness = staleness;
        this.days = days;
    }

    /** @param since the day to compare the score with */
    public AccountPage page(Account account, LocalDate asOf, LocalDate since, Viewer viewer) {
        AccountId id = account.id();
        boolean past = asOf.isBefore(days.today());
        Instant end = past ? days.startOf(asOf.plusDays(1)) : days.now();
        AccountFacts known = facts.of(id, Days.endingWith(asOf, USAGE_DAYS));
        List<Alert> raised = alerts.ofAccount(id).stream()
                .filter(alert -> !alert.raisedOn().isAfter(asOf))
                .toList();
        List<People.Person> everybody = people.of(id, known, asOf);
        AccountHealth now = health.of(id, asOf, since).orElseThrow();
        List<ProfileVersion> versions = profiles.versions(now.segment().id());
        var year = new Days(asOf.minusYears(1), asOf);
        return new AccountPage(
                head(account, now, known, asOf),
                asOf,
                since,
                past,
                !past && !account.isArchived() && viewer.mayChange(account),
                Reported.score(now, versions, since, past ? Stale.NOTHING : staleness.of(id)),
                HealthTimeline.of(health.history(id, year), switches.all(), raised, known, year),
                past ? null : suggestion(account, raised),
                raised,
                runs.ofAccount(id).stream()
                        .filter(run -> !run.startedAt().isAfter(end))
                        .map(run -> RunLine.of(run, when))
                        .toList(),
                tasks.ofAccount(id).stream()
                        .filter(task -> !task.createdAt().isAfter(end))
                        .toList(),
                watchLists.ofAccount(id),
                touchpoints.ofAccount(id, MOST_OF_A_KIND).stream()
                        .filter(touchpoint -> !touchpoint.time().isAfter(end))
                        .toList(),
                discussions.of(Topic.of(id), viewer),
                happenings.of(id, end, MOST_OF_A_KIND),
                Reported.tickets(known, asOf, MOST_OF_A_KIND),
                Reported.invoices(known, asOf, MOST_OF_A_KIND),
                feedback(known, asOf),
                List.copyOf(known.goals(asOf)),
                everybody.stream().limit(AccountPage.MOST_PEOPLE).toList(),
                everybody.size());
    }

    Preview preview(Account account, Viewer viewer) {
        LocalDate today = days.today();
        AccountFacts known = facts.of(account.id(), new Days(today, today));
        AccountHealth now = health.of(account.id(), today).orElseThrow();
        return new Preview(
                head(account, now, known, today),
                Reported.score(
                        now, profiles.versions(now.segment().id()), today.minusDays(1), staleness.of(account.id())),
                !account.isArchived() && viewer.mayChange(account),
                suggestion(account, alerts.ofAccount(account.id())),
                happenings.of(account.id(), days.now(), PREVIEW_HAPPENINGS));
    }

    private AccountHead head(Account account, AccountHealth now, AccountFacts known, LocalDate asOf) {
        String csm = account.csm() == null
                ? null
                : members.withId(account.csm()).map(Member::name).orElse(null);
        return AccountHead.of(
                account, now.segment(), csm, known.subscription(asOf).orElse(null), when);
    }

    /** The play of the alert that threatens most: risks before opportunities, then the latest. */
    private AccountPage.@Nullable Suggestion suggestion(Account account, List<Alert> raised) {
        return raised.stream()
                .filter(alert -> !alert.status().isEnded() && alert.play() != null)
                .min(Comparator.comparing(Alert::nature))
                .flatMap(alert -> suggestion(account, alert))
                .orElse(null);
    }

    private Optional<AccountPage.Suggestion> suggestion(Account account, Alert alert) {
        Optional<Run> run = runs.ofAlert(account.id(), alert.id()).filter(Run::isRunning);
        Optional<Play> play =
                plays.withKey(Objects.requireNonNull(alert.play())).filter(Play::enabled);
        return play.map(it -> new AccountPage.Suggestion(
                alert.id().value(),
                alert.title(),
                it.key(),
                it.name(),
                run.map(running -> running.id().value()).orElse(null),
                evidence.of(it.key(), account.id()).orElse(null)));
    }

    private static List<FeedbackGiven> feedback(AccountFacts known, LocalDate asOf) {
        return known.feedback(null, new Days(LocalDate.EPOCH, asOf)).reversed().stream()
                .limit(MOST_OF_A_KIND)
                .toList();
    }
}
