package ews.plays.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.holiday.Holiday;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.holiday.PublicHolidays;
import ews.domain.holiday.Region;
import ews.domain.time.Holidays;
import ews.plays.AccountOfCarla;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The holidays of the organisation, and what they do to due days. */
class HolidaysTest extends AccountOfCarla {

    private static final Region BAVARIA = PublicHolidays.region("de-by").orElseThrow();
    private static final Region GERMANY = PublicHolidays.region("de").orElseThrow();
    private static final LocalDate EPIPHANY = LocalDate.of(2027, 1, 6);
    private static final LocalDate OUTING = LocalDate.of(2026, 11, 20);

    @Autowired
    private OrganisationHolidays organisationHolidays;

    @Autowired
    private Holidays holidays;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists lists;

    @Test
    void aRegionFillsInThisYearAndTheNextTwo() {
        organisationHolidays.follow(BAVARIA, actor);

        assertThat(organisationHolidays.region()).contains(BAVARIA);
        assertThat(organisationHolidays.all())
                .extracting(it -> it.day().getYear())
                .contains(2026, 2027, 2028)
                .doesNotContain(2025, 2029);
        assertThat(organisationHolidays.all()).contains(new Holiday(EPIPHANY, "Epiphany", false, false));
        assertThat(holidays.workingDays().contains(EPIPHANY)).isFalse();
        assertThat(given.audited("holidays.region_chosen"))
                .singleElement()
                .asString()
                .contains("Germany, Bavaria");
    }

    @Test
    void anotherRegionTakesItsPlaceAndLeavesOwnDays() {
        organisationHolidays.follow(BAVARIA, actor);
        organisationHolidays.add(OUTING, "Company outing", actor);

        organisationHolidays.follow(GERMANY, actor);

        assertThat(organisationHolidays.all())
                .extracting(Holiday::day)
                .contains(OUTING, LocalDate.of(2027, 10, 3))
                .doesNotContain(EPIPHANY);

        organisationHolidays.follow(null, actor);
        assertThat(organisationHolidays.all()).containsExactly(new Holiday(OUTING, "Company outing", true, false));
        assertThat(organisationHolidays.region()).isEmpty();
    }

    @Test
    void aNewYearBringsInAnotherOneOnceAndKeepsWhatWasDecided() {
        organisationHolidays.follow(BAVARIA, actor);
        organisationHolidays.work(EPIPHANY, true, actor);

        organisationHolidays.keepUp();
        assertThat(given.audited("holidays.kept_up")).as("nothing is new").isEmpty();

        given.clock().set(Instant.parse("2027-01-01T08:00:00Z"));
        organisationHolidays.keepUp();
        organisationHolidays.keepUp();

        assertThat(organisationHolidays.all())
                .contains(new Holiday(EPIPHANY, "Epiphany", false, true))
                .extracting(it -> it.day().getYear())
                .contains(2029)
                .doesNotContain(2026);
        assertThat(given.audited("holidays.kept_up")).hasSize(1);
    }

    @Test
    void onSomePublicHolidaysPeopleWork() {
        organisationHolidays.follow(BAVARIA, actor);

        organisationHolidays.work(EPIPHANY, true, actor);
        assertThat(holidays.workingDays().contains(EPIPHANY)).isTrue();

        organisationHolidays.work(EPIPHANY, false, actor);
        assertThat(holidays.workingDays().contains(EPIPHANY)).isFalse();
        assertThat(given.auditedActions()).endsWith("holiday.worked", "holiday.kept");
    }

    @Test
    void aDayIsAHolidayOnce() {
        organisationHolidays.follow(BAVARIA, actor);

        assertThatThrownBy(() -> organisationHolidays.add(EPIPHANY, "Three kings", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("6 January 2027 is a holiday already: Epiphany.");
    }

    @Test
    void anOwnDayLeavesThePublicOneWhereItWas() {
        organisationHolidays.add(EPIPHANY, "Three kings", actor);
        organisationHolidays.follow(BAVARIA, actor);
        assertThat(organisationHolidays.all()).contains(new Holiday(EPIPHANY, "Three kings", true, false));

        organisationHolidays.remove(EPIPHANY, actor);
        assertThat(organisationHolidays.all()).contains(new Holiday(EPIPHANY, "Epiphany", false, false));
    }

    @Test
    void whatIsDueOnANewHolidayStaysAndIsSaid() {
        Task due = tasks.add(account, "Call", "Ask.", OUTING, csm.id(), actor);
        tasks.add(account, "Write", "Ask.", OUTING.plusDays(3), csm.id(), actor);

        organisationHolidays.add(OUTING, "Company outing", actor);

        assertThat(lists.openOnHolidays()).containsExactly(due);
        tasks.done(due.id(), null, actor);
        assertThat(lists.openOnHolidays()).isEmpty();
    }
}
