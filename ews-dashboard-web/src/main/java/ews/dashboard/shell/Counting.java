package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import ews.detection.alert.AlertCounts;
import ews.detection.alert.AlertSelection;
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
    private final AlertCounts alerts;
    private final Heartbeats heartbeats;
    private final OrganisationDays days;

    Counting(JdbcClient jdbc, AlertCounts alerts, Heartbeats heartbeats, OrganisationDays days) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.heartbeats = heartbeats;
        this.days = days;
    }

    Counts of(Viewer viewer) {
        LocalDate today = days.today();
        return jdbc.sql("""
                        select
                          (select count(*) from task
                            where status = 'open' and assignee_id = :viewer and due_on <= :today) as tasks,
                          (select count(*) from notice where member_id = :viewer and seen_at is null) as notices,
                          exists (select from account where sample) as sample,
                          (select max(computed_at) from account_health) as scored_at
                        """)
                .param("viewer", viewer.id().value())
                .param("today", today)
                .query((row, _) -> counts(row, waiting(viewer)))
                .single();
    }

    private Counts counts(ResultSet row, long alerts) throws SQLException {
        long tasks = row.getLong("tasks");
        OffsetDateTime scored = row.getObject("scored_at", OffsetDateTime.class);
        return new Counts(
                alerts + tasks,
                alerts,
                tasks,
                row.getLong("notices"),
                row.getBoolean("sample"),
                freshness(scored == null ? null : scored.toInstant(), silentSources()));
    }

    private int waiting(Viewer viewer) {
        return alerts.ofOpen(viewer.leads() ? null : viewer.id()).getOrDefault(AlertSelection.WAITING, 0);
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
