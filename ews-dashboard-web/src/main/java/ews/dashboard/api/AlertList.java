package ews.dashboard.api;

import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts, the newest first. They are read from where they are written: visible as soon as they are committed. */
@Repository
class AlertList {

    static final List<String> STATUSES = List.of("open", "acknowledged", "in_play", "resolved", "closed");

    /** How many days on which it held are shown of each alert of a list. */
    private static final int LATEST_OCCURRENCES = 31;

    private static final int ALL_OCCURRENCES = Integer.MAX_VALUE;

    private static final String SELECT = """
            select l.id, a.key as account, a.name as account_name, r.key as rule_key, r.name as rule_name, r.nature,
                   l.status, l.title, l.raised_at, l.raised_on, l.seen_on,
                   l.occurrences as occurrence_count, l.worse_on, l.run_outcome, l.ended_at, l.ended_by,
                   l.closed_reason, l.closed_note, l.previous_id, l.held, l.event_received_at, l.revision,
                   case when l.status in ('open', 'acknowledged') then l.snoozed_until end as snoozed_until,
                   l.snoozed_until > :today as is_snoozed, l.snoozed_at_value, l.snoozed_worse_at,
                   case when jsonb_typeof(l.evidence -> 'severity') = 'object'
                        then l.evidence -> 'severity' || jsonb_build_object('unit', lower(l.evidence #>> '{severity,unit}'))
                   end as severity,
                   e.evidence, o.occurrences
            from alert l
            join account a on a.id = l.account_id
            join rule r on r.id = l.rule_id
            cross join lateral (
              select coalesce(jsonb_agg(
                       jsonb_build_object('day', day, 'title', title, 'value', value, 'worseAt', worse_at) order by day),
                       '[]') as occurrences
              from (select * from alert_occurrence
                    where account_id = l.account_id and alert_id = l.id order by day desc limit :most) latest
            ) o
            cross join lateral (
              -- Words of ours instead of constants, and no ids of users: their names are in the text.
              select l.evidence - 'severity'
                     || case when jsonb_typeof(l.evidence -> 'touches') = 'string'
                             then jsonb_build_object('touches', lower(l.evidence ->> 'touches')) else '{}' end
                     || case when jsonb_typeof(l.evidence -> 'lines') = 'array'
                             then jsonb_build_object('lines', (
                                    select coalesce(jsonb_agg(line - 'user' order by number), '[]')
                                    from jsonb_array_elements(l.evidence -> 'lines') with ordinality as it (line, number)))
                             else '{}' end as evidence
            ) e
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    AlertList(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    Page<AlertView> page(@Nullable String status, @Nullable Long account, @Nullable Cursor after, int limit) {
        List<AlertView> rows = jdbc.sql(SELECT + """
                        where (:status::text is null or l.status = :status)
                          and (:account::bigint is null or l.account_id = :account)
                          and (:after::bigint is null or l.id < :after)
                        order by l.id desc
                        limit :limit
                        """)
                .param("today", days.today())
                .param("most", LATEST_OCCURRENCES)
                .param("status", status)
                .param("account", account)
                .param("after", after == null ? null : after.number(0))
                .param("limit", limit + 1)
                .query(AlertView::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.id()));
    }

    /** One alert, with all days on which its condition held. */
    Optional<AlertView> withId(AlertId id) {
        return jdbc.sql(SELECT + "where l.id = :id")
                .param("today", days.today())
                .param("most", ALL_OCCURRENCES)
                .param("id", id.value())
                .query(AlertView::of)
                .optional();
    }
}
