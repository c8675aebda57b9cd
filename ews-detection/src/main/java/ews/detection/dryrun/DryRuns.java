package ews.detection.dryrun;

import ews.detection.rule.RuleDefinition;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The dry runs of the last days, where every instance can follow those that another one is at work on. */
@Repository
class DryRuns {

    private static final Duration KEPT = Duration.ofDays(30);

    /** Without a sign of life for so long, nobody is at work on it any more. */
    private static final Duration LOST = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    DryRuns(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    DryRunId add(@Nullable String rule, RuleDefinition definition, Actor actor) {
        Instant now = days.now();
        jdbc.sql("delete from dry_run where started_at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return new DryRunId(jdbc.sql("""
                        insert into dry_run (rule_key, definition, author, started_at, updated_at, state)
                        values (:rule, :definition::jsonb, :author, :now, :now, 'running') returning id
                        """)
                .param("rule", rule)
                .param("definition", json.writeValueAsString(definition))
                .param("author", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    void progress(DryRunId id, DryRun.State state, int accounts, int done, @Nullable Findings findings) {
        jdbc.sql("""
                        update dry_run set state = :state, accounts = :accounts, done = :done, updated_at = :now,
                                           findings = :findings::jsonb
                        where id = :id
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("accounts", accounts)
                .param("done", done)
                .param("findings", findings == null ? null : json.writeValueAsString(findings))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    Optional<DryRun> withId(DryRunId id) {
        return jdbc.sql("select * from dry_run where id = :id")
                .param("id", id.value())
                .query(this::dryRun)
                .optional();
    }

    private DryRun dryRun(ResultSet row, int number) throws SQLException {
        DryRun.State state = DryRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        Instant updated = row.getObject("updated_at", OffsetDateTime.class).toInstant();
        boolean lost =
                state == DryRun.State.RUNNING && updated.isBefore(days.now().minus(LOST));
        @Nullable String findings = row.getString("findings");
        return new DryRun(
                new DryRunId(row.getLong("id")),
                row.getString("rule_key"),
                json.readValue(row.getString("definition"), RuleDefinition.class),
                row.getString("author"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                lost ? DryRun.State.FAILED : state,
                row.getInt("accounts"),
                row.getInt("done"),
                findings == null ? null : json.readValue(findings, Findings.class));
    }
}
