package ews.plays.followup;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.AuditLog;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.plays.AccountOfCarla;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-up where the organisation is, over a weekend on which its clocks change. */
class ClockChangesTest extends AccountOfCarla {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EscalationPolicies policies;

    @Autowired
    private Holidays holidays;

    @Autowired
    private OverdueLists overdue;

    @Autowired
    private Auditor auditor;

    @Autowired
    private Tasks tasks;

    @Autowired
    private AuditLog audit;

    @Autowired
    private ApplicationEventPublisher events;

    private OrganisationDays in(ZoneId zone) {
        return new OrganisationDays(given.clock(), zone);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-10-30, 2026-11-02T05:00:00Z",
        "Europe/Berlin, 2026-10-23, 2026-10-25T23:00:00Z",
        "Australia/Lord_Howe, 2026-10-02, 2026-10-04T13:00:00Z",
        "America/Santiago, 2026-09-04, 2026-09-07T03:00:00Z",
        "Africa/Cairo, 2026-10-29, 2026-10-29T22:00:00Z"
    })
    void whatWasDueBeforeIsRemindedOfWhenTheNextWorkingDayBegins(ZoneId zone, LocalDate due, Instant next) {
        given.clock().set(next.minus(Duration.ofDays(5)));
        tasks.add(account, "Call", "", due, csm.id(), actor);
        var there = new FollowUp(jdbc, policies, holidays, in(zone), audit, events);

        given.clock().set(next.minusSeconds(1));
        there.check();
        assertThat(given.audited("task.reminded")).isEmpty();

        given.clock().set(next);
        there.check();
        assertThat(given.audited("task.reminded")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-10-26T04:00:00Z, 2026-11-02T05:00:00Z, 2026-11-02",
        "Europe/Berlin, 2026-10-18T22:00:00Z, 2026-10-25T23:00:00Z, 2026-10-26",
        "Australia/Lord_Howe, 2026-09-27T13:30:00Z, 2026-10-04T13:00:00Z, 2026-10-05",
        "America/Santiago, 2026-08-31T04:00:00Z, 2026-09-07T03:00:00Z, 2026-09-07",
        "Africa/Cairo, 2026-10-25T21:00:00Z, 2026-11-01T22:00:00Z, 2026-11-02"
    })
    void aWeekLastsFromMidnightToMidnight(ZoneId zone, Instant begin, Instant end, LocalDate monday) {
        isDoneAt(begin.minus(TEN_MINUTES));
        isDoneAt(begin.plus(TEN_MINUTES));
        isDoneAt(end.minus(TEN_MINUTES));
        isDoneAt(end.plus(TEN_MINUTES));

        assertThat(new TeamWeek(jdbc, in(zone), overdue, auditor).before(monday))
                .startsWith("Last week 2 tasks were done");
    }

    private void isDoneAt(Instant moment) {
        given.clock().set(moment);
        Task task = tasks.add(account, "Call", "", LocalDate.of(2026, 11, 30), csm.id(), actor);
        tasks.done(task.id(), null, actor);
    }
}
