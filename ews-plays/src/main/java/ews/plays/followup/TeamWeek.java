package ews.plays.followup;

import ews.domain.play.Outcome;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says how the week of the team was. */
@Component
public class TeamWeek {

    private static final String WEEK = """
            select (select count(*) from run where ended_at >= :from and ended_at < :to and status = 'finished') as runs,
                   (select count(*) from run where ended_at >= :from and ended_at < :to and status = 'finished'
                                               and outcome in ('saved', 'improved')) as helped,
                   (select count(*) from task where ended_at >= :from and ended_at < :to and status = 'done') as done,
                   (select count(*) from task where status = 'open' and due_on < :today) as overdue
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final OverdueLists overdue;
    private final Auditor auditor;

    TeamWeek(JdbcClient jdbc, OrganisationDays days, OverdueLists overdue, Auditor auditor) {
        this.jdbc = jdbc;
        this.days = days;
        this.overdue = overdue;
        this.auditor = auditor;
    }

    /**
     * In two sentences; saved and improved are those of the {@linkplain Outcome outcomes} that helped.
     *
     * @param monday the day after the week
     */
    public String before(LocalDate monday) {
        return jdbc.sql(WEEK)
                .param("from", days.startOf(monday.minusWeeks(1)).atOffset(ZoneOffset.UTC))
                .param("to", days.startOf(monday).atOffset(ZoneOffset.UTC))
                .param("today", days.today())
                .query((row, _) ->
                        "Last week %s done and %s, %d of them well. Now %s overdue, %d escalated, and %s left lying."
                                .formatted(
                                        counted(row.getLong("done"), "task was", "tasks were"),
                                        counted(row.getLong("runs"), "run ended", "runs ended"),
                                        row.getLong("helped"),
                                        counted(row.getLong("overdue"), "task is", "tasks are"),
                                        overdue.countEscalated(),
                                        counted(gaps(), "thing is", "things are")))
                .single();
    }

    private long gaps() {
        return Arrays.stream(GapKind.values()).mapToLong(auditor::count).sum();
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
