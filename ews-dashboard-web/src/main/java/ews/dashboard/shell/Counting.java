package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what the sidebar shows, in one cheap query. */
@Repository
class Counting {

    /** A source that sent something this week and nothing since yesterday is late. */
    private static final Duration LATE = Duration.ofHours(24);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Counting(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    Counts of(Viewer viewer) {
        LocalDate today = days.today();
        return jdbc.sql("""
                        with heard as (
                          select max(last_received) as at
                          from source_day join source on source.id = source_id
                          where revoked_at is null and day > :today - 7 group by source_id
                        )
                        select
                          (select count(*) from alert join account on account.id = alert.account_id
                            where alert.status = 'open' and (snoozed_until is null or snoozed_until <= :today)
                              and (:everybody or csm_id = :viewer)) as alerts,
                          (select count(*) from task
                            where status = 'open' and assignee_id = :viewer and due_on <= :today) as tasks,
                          exists (select from account where sample) as sample,
                          (select max(computed_at) from account_health) as scored_at,
                          (select count(*) from heard where at < :late) as late
                        """)
                .param("viewer", viewer.id().value())
                .param("everybody", viewer.leads())
                .param("today", today)
                .param("late", days.now().minus(LATE).atOffset(ZoneOffset.UTC))
                .query(this::counts)
                .single();
    }

    private Counts counts(ResultSet row, int number) throws SQLException {
        long alerts = row.getLong("alerts");
        long tasks = row.getLong("tasks");
        OffsetDateTime scored = row.getObject("scored_at", OffsetDateTime.class);
        return new Counts(
                alerts + tasks,
                alerts,
                tasks,
                row.getBoolean("sample"),
                freshness(scored == null ? null : scored.toInstant(), row.getLong("late")));
    }

    private Freshness freshness(@Nullable Instant scored, long late) {
        if (scored == null) {
            return new Freshness("flat", "No health scores yet");
        }
        boolean today = days.dayOf(scored).equals(days.today());
        String when = (today ? TIME : DAY).format(scored.atZone(days.zone()));
        String sources = late == 0 ? "" : late == 1 ? " · 1 source late" : " · " + late + " sources late";
        return new Freshness(today && late == 0 ? "good" : "average", "Health as of " + when + sources);
    }
}
