package ews.plays.getwell;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.calendar.CalendarEntries;
import ews.plays.calendar.CalendarEntry.OnDay;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The open steps of agreed get-well plans in the calendar of the member who does them. */
@Component
class PlanStepCalendar implements CalendarEntries {

    private final PlanSteps steps;
    private final OrganisationDays days;

    PlanStepCalendar(PlanSteps steps, OrganisationDays days) {
        this.steps = steps;
        this.days = days;
    }

    @Override
    public List<OnDay> of(MemberId member, LocalDate from) {
        return steps.dueOf(member, days.today().plusYears(PlanDays.MOST_YEARS_AHEAD)).stream()
                .map(PlanStepCalendar::entry)
                .toList();
    }

    private static OnDay entry(DueStep step) {
        return new OnDay(
                "plan-step-" + step.id(),
                step.due(),
                "%s: %s".formatted(step.accountName(), step.title()),
                "A step of the get-well plan.",
                "/accounts/%s/plans/%s".formatted(step.account(), step.plan()));
    }
}
