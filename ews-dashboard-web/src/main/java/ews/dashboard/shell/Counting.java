package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Heartbeats;
import ews.sensors.source.Silence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what the sidebar shows, cheaply. */
@Repository
class Counting {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final Heartbeats heartbeats;
    private final OrganisationDays days;

    Counting(JdbcClient jdbc, Heartbeats heartbeats, OrganisationDays days) {
        this.jdbc = jdbc;
        this.heartbeats = heartbeats;
        this.days = days;
    }

    Counts of(Viewer viewer) {
        LocalDate today = days.today();
        return jdbc.sql("""
                        select
                          (select count(*) from alert join account on account.id = alert.account_id
                            where (alert.status = 'open' and (snoozed_until is null or snoozed_until <= :today)
                                   or alert.status = 'acknowledged' and snoozed_until <= :today)
                              and (:everybody or csm_id = :viewer)) as alerts,
                          (select count(*) from task
                            where status = 'open' and assignee_id = :viewer and due_on <= :today) as tasks,
                          exists (select from account where sample) as sample,
                          (select max(computed_at) from account_health) as scored_at
                        """)
                .param("viewer", viewer.id().value())
                .param("everybody", viewer.leads())
                .param("today", today)
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
                freshness(scored == null ? null : scored.toInstant(), silentSources()));
    }

    private long silentSources() {
        return heartbeats.silences().stream().map(Silence::source).distinct().count();
    }

    private Freshness freshness(@Nullable Instant scored, long silent) {
        if (scored == null) {
            return new Freshness("flat", "No health scores yet");
        }
        boolean today = days.dayOf(scored).equals(days.today());
        String when = (today ? TIME : DAY).format(scored.atZone(days.zone()));
        String sources = silent == 0 ? "" : silent == 1 ? " · 1 source silent" : " · " + silent + " sources silent";
        return new Freshness(today && silent == 0 ? "good" : "average", "Health as of " + when + sources);
    }
}
