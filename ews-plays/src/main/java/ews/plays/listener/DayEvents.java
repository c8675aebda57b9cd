package ews.plays.listener;

import ews.domain.holiday.OrganisationHolidays;
import ews.domain.time.DayHasPassed;
import ews.plays.effect.MatchSearch;
import ews.plays.goal.GoalCheck;
import ews.plays.run.Owners;
import ews.plays.run.StandIns;
import ews.plays.run.WaitingRuns;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Does what is due once a day. */
@Component
class DayEvents {

    private final Owners owners;
    private final StandIns standIns;
    private final WaitingRuns waitingRuns;
    private final GoalCheck goals;
    private final MatchSearch matches;
    private final OrganisationHolidays holidays;

    DayEvents(
            Owners owners,
            StandIns standIns,
            WaitingRuns waitingRuns,
            GoalCheck goals,
            MatchSearch matches,
            OrganisationHolidays holidays) {
        this.owners = owners;
        this.standIns = standIns;
        this.waitingRuns = waitingRuns;
        this.goals = goals;
        this.matches = matches;
        this.holidays = holidays;
    }

    /** Each in transactions of its own: what one of them holds, the next may have to wait for. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(DayHasPassed passed) {
        owners.followAccounts();
        standIns.takeOver();
        waitingRuns.goOn();
        goals.check();
        matches.matchUp();
        holidays.keepUp();
    }
}
