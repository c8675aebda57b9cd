package ews.plays.checkin;

import static ews.plays.checkin.CheckInResult.NEEDS_PLAN;
import static ews.plays.checkin.CheckInResult.NOT_REACHED;
import static ews.plays.checkin.CheckInResult.WENT_WELL;
import static ews.plays.touchpoint.TouchpointKind.CALL;
import static ews.plays.touchpoint.TouchpointKind.EMAIL;
import static ews.plays.touchpoint.TouchpointKind.MEETING;
import static ews.plays.touchpoint.TouchpointKind.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.account.AccountId;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckInsTest extends AccountOfCarla {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private NextCheckIns next;

    @Autowired
    private Cadences cadences;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private OrganisationHolidays holidays;

    @Autowired
    private Holidays workingDays;

    @Autowired
    private JdbcClient jdbc;

    private NextCheckIn nextOf(AccountId of) {
        return next.of(of).orElseThrow();
    }

    private static Instant daysAgo(int days) {
        return Given.THURSDAY.minus(Duration.ofDays(days));
    }

    @Test
    void whoWasNeverTouchedIsDueAQuarterAfterTheirFirstDay() {
        assertThat(nextOf(account)).satisfies(it -> {
            assertThat(it.every()).isEqualTo(Cadences.USUAL);
            assertThat(it.lastTouch()).isNull();
            assertThat(it.due()).isEqualTo(LocalDate.of(2026, 4, 1));
            assertThat(it.isOverdue(TODAY)).isTrue();
            assertThat(it.csmName()).isEqualTo("Carla");
        });
    }

    @Test
    void aCallOrAMeetingMovesTheNextCheckInAndAnEmailOrANoteDoesNot() {
        touchpoints.log(account, CALL, daysAgo(20), "Called.", null, actor);
        touchpoints.log(account, MEETING, daysAgo(10), "Met.", null, actor);
        touchpoints.log(account, EMAIL, daysAgo(5), "Wrote.", null, actor);
        touchpoints.log(account, NOTE, daysAgo(1), "Thought.", null, actor);

        assertThat(nextOf(account).lastTouch()).isEqualTo(TODAY.minusDays(10));
        // 7 February 2027 is a Sunday
        assertThat(nextOf(account).due()).isEqualTo(LocalDate.of(2027, 2, 8));
    }

    @ParameterizedTest
    @CsvSource({
        // A quarter later it is Friday 1 January, Saturday, Sunday, Monday, and Thursday.
        "2026-10-03, 2027-01-04, 2027-01-05",
        "2026-10-04, 2027-01-04, 2027-01-05",
        "2026-10-05, 2027-01-04, 2027-01-05",
        "2026-10-06, 2027-01-04, 2027-01-05",
        "2026-10-02, 2026-12-31, 2026-12-31"
    })
    void aCheckInIsNotDueOnAHoliday(LocalDate called, LocalDate due, LocalDate withBridge) {
        touchpoints.log(account, CALL, called.atTime(10, 0).toInstant(ZoneOffset.UTC), "Called.", null, actor);

        holidays.add(LocalDate.of(2027, 1, 1), "New Year", actor);
        assertThat(nextOf(account).due()).isEqualTo(due);
        holidays.add(LocalDate.of(2027, 1, 4), "Bridge", actor);

        assertThat(nextOf(account).due()).isEqualTo(withBridge);
    }

    @ParameterizedTest
    @CsvSource({
        // In the last minutes of a day on which clocks change, by the organisation's clock.
        "America/New_York, 2026-11-02T04:50:00Z, 2026-11-01",
        "Europe/Berlin, 2027-03-28T21:50:00Z, 2027-03-28",
        "Australia/Lord_Howe, 2026-10-04T12:50:00Z, 2026-10-04",
        "America/Santiago, 2027-04-04T03:50:00Z, 2027-04-03",
        "Africa/Cairo, 2026-10-29T21:50:00Z, 2026-10-29"
    })
    void aCallIsOfTheDayOfTheOrganisation(ZoneId zone, Instant called, LocalDate day) {
        given.clock().set(called.plusSeconds(60));
        touchpoints.log(account, CALL, called, "Called.", null, actor);
        var there = new NextCheckIns(jdbc, workingDays, new OrganisationDays(given.clock(), zone));

        NextCheckIn it = there.of(account).orElseThrow();
        assertThat(it.lastTouch()).isEqualTo(day);
        LocalDate due = Objects.requireNonNull(it.due());
        assertThat(there.due(null, due, 1, 9)).containsExactly(it);
        assertThat(there.due(csm.id(), due, 1, 9)).containsExactly(it);
        assertThat(there.due(null, due.minusDays(1), 1, 9)).isEmpty();
        assertThat(there.dueByDay(csm.id(), due.minusDays(1))).isEmpty();
    }

    @Test
    void aCheckInByEmailCountsSinceItReachedSomebody() {
        checkIns.record(account, EMAIL, WENT_WELL, "All is well.", actor);

        assertThat(nextOf(account).lastTouch()).isEqualTo(TODAY);
        assertThat(nextOf(account).due()).isEqualTo(LocalDate.of(2027, 2, 17));
    }

    @Test
    void aCheckInIsLoggedAsATouchpointWithItsResult() {
        checkIns.record(account, MEETING, NEEDS_PLAN, "They miss reports.", actor);

        assertThat(touchpoints.ofAccount(account, 9))
                .extracting(Touchpoint::kind, Touchpoint::note)
                .containsExactly(tuple(MEETING, "Check-in, needs a plan: They miss reports."));
        assertThat(checkIns.ofAccount(account, 9)).singleElement().satisfies(it -> {
            assertThat(it.result()).isEqualTo(NEEDS_PLAN);
            assertThat(it.author()).isEqualTo("Carla");
            assertThat(it.note()).isEqualTo("They miss reports.");
        });
        assertThat(checkIns.lastReached(account)).isPresent();
        assertThat(given.auditedActions()).containsExactly("touchpoint.logged", "check_in.recorded");
    }

    @Test
    void whoWasNotReachedIsTriedAgainAfterThreeDaysOrTheMondayAfter() {
        checkIns.record(account, CALL, NOT_REACHED, "Voice mail.", actor);

        // three days after Thursday is a Sunday
        assertThat(nextOf(account).due()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(nextOf(account).missed()).isEqualTo(TODAY);
        assertThat(nextOf(account).lastTouch()).isNull();
        assertThat(checkIns.lastReached(account)).isEmpty();
        assertThat(touchpoints.lastDay(account)).isEmpty();
    }

    @Test
    void anAttemptInVainDoesNotBringForwardWhatIsDueLater() {
        checkIns.record(account, CALL, WENT_WELL, daysAgo(10), "Fine.", actor);
        checkIns.record(account, CALL, NOT_REACHED, "Voice mail.", actor);

        assertThat(nextOf(account).due()).isEqualTo(LocalDate.of(2027, 2, 8));
    }

    @Test
    void anAccountMayHaveACadenceOfItsOwnUntilTheSegmentCountsAgain() {
        touchpoints.log(account, CALL, daysAgo(0), "Called.", null, actor);

        cadences.override(account, 14, "They asked for it", actor);
        assertThat(nextOf(account)).satisfies(it -> {
            assertThat(it.own()).isTrue();
            assertThat(it.ownReason()).isEqualTo("They asked for it");
            assertThat(it.ownAuthor()).isEqualTo("Carla");
            assertThat(it.due()).isEqualTo(LocalDate.of(2026, 12, 3));
        });

        cadences.followSegment(account, actor);
        assertThat(nextOf(account).every()).isEqualTo(Cadences.USUAL);
        assertThat(given.auditedActions())
                .containsExactly("touchpoint.logged", "cadence.changed", "cadence.followed_segment");
    }

    @Test
    void anAccountMayHaveNoCheckInsForAReason() {
        cadences.override(account, null, "Managed by a partner", actor);

        assertThat(nextOf(account).due()).isNull();
        assertThat(nextOf(account).rule()).isEqualTo("No check-ins");
        assertThat(next.due(csm.id(), TODAY, 1, 9)).isEmpty();

        checkIns.record(account, CALL, NOT_REACHED, "Tried all the same.", actor);
        assertThat(nextOf(account).due()).isNull();
    }

    @Test
    void aCadenceOfItsOwnNeedsAReasonAndPossibleDays() {
        assertThatIllegalArgumentException().isThrownBy(() -> cadences.override(account, 30, " ", actor));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cadences.override(account, 6, "Often", actor))
                .withMessage("Check-ins are 7 to 366 days apart, not 6.");
        assertThatThrownBy(() -> cadences.override(new AccountId(-1), 30, "Often", actor))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theCadenceOfTheSegmentCounts() {
        int segment = segmentOf(account);
        cadences.changeSegment(segment, "Enterprise", 30, actor);
        touchpoints.log(account, CALL, daysAgo(0), "Called.", null, actor);
        assertThat(nextOf(account).due()).isEqualTo(LocalDate.of(2026, 12, 21)); // a Saturday, and so the Monday

        cadences.changeSegment(segment, "Enterprise", null, actor);
        assertThat(nextOf(account).due()).isNull();
        assertThat(cadences.ofSegment(segment)).isEmpty();
    }

    @Test
    void cancelledAccountsHaveNoCheckIns() {
        jdbc.sql("update account set status = 'cancelled' where id = :id")
                .param("id", account.value())
                .update();

        assertThat(next.of(account)).isEmpty();
        assertThat(next.due(null, TODAY, 1, 9)).isEmpty();
    }

    @Test
    void theMostOverdueComesFirstAndEverybodysAreCountedByDay() {
        AccountId other = given.account("Bolt", null);
        touchpoints.log(account, CALL, daysAgo(95), "Called.", null, actor);

        assertThat(next.due(null, TODAY, 1, 9)).extracting(NextCheckIn::account).containsExactly(other, account);
        assertThat(next.due(null, TODAY, 2, 1)).extracting(NextCheckIn::account).containsExactly(account);
        assertThat(next.due(csm.id(), TODAY, 1, 9))
                .extracting(NextCheckIn::account)
                .containsExactly(account);
        assertThat(next.dueByDay(null, TODAY))
                .containsExactly(
                        Map.entry(LocalDate.of(2026, 4, 1), 1L),
                        Map.entry(LocalDate.of(2026, 11, 16), 1L)); // Saturday, 14 November
    }

    @Test
    void aNoteIsNoCheckInAndACheckInNeedsANote() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkIns.record(account, NOTE, WENT_WELL, "Thinking.", actor));
        assertThatIllegalArgumentException().isThrownBy(() -> checkIns.record(account, CALL, WENT_WELL, " ", actor));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckInResult.of("fine"));
        assertThat(checkIns.ofAccount(account, 9)).isEmpty();
    }

    private int segmentOf(AccountId of) {
        int segment = jdbc.sql("""
                        insert into segment (key, name, position, conditions)
                        values ('for-a-test', 'For a test', 99, '[]')
                        on conflict (key) do update set name = excluded.name returning id
                        """).query(Integer.class).single();
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, '2026-11-19', 'unknown', :segment, 1, '{}', now())
                        """).param("account", of.value()).param("segment", segment).update();
        return segment;
    }
}
