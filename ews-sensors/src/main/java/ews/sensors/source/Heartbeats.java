package ews.sensors.source;

import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells sources that are silent from those that pause as they always do. What is usual for a source is its longest pause
 * between days with events of a type in the last four weeks that it sent any: it is silent when it has sent nothing for 24
 * hours for each of those days, and six hours more. A source that was heard on fewer than four of these days has no habit
 * yet, and one that was not heard for four months is taken for given up.
 */
@Repository
public class Heartbeats {

    private static final int FEWEST_DAYS = 4;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Heartbeats(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The longest silent ones first; sources whose keys were revoked, or that have none, are not waited for. */
    public List<Silence> silences() {
        return lately().stream().filter(it -> !it.over()).toList();
    }

    /** The same, and those that ended today: what their sources did not send meanwhile may still come in. */
    List<Silence> lately() {
        return jdbc.sql("""
                        select heard.source_id, source.name, heard.type, heard.again is not null as over,
                               max(heard.last_received) as since, max(heard.pause) as usual
                        from (select source_id, type, day, last_received,
                                     day - lag(day) over (of_type order by day) as pause,
                                     max(day) filter (where day < :today) over of_type as last_day,
                                     min(first_received) filter (where day >= :today) over of_type as again
                              from heartbeat where day > :today - 120
                              window of_type as (partition by source_id, type)) heard
                        join source on source.id = heard.source_id and source.revoked_at is null and source.can_write
                        where heard.day > heard.last_day - 28 and heard.day < :today
                        group by heard.source_id, source.name, heard.type, heard.again
                        having count(*) >= :fewest
                           and max(heard.last_received)
                               < coalesce(heard.again, :now::timestamptz)
                                 - (max(heard.pause) * interval '24 hours' + interval '6 hours')
                        order by since, source.name, heard.type
                        """)
                .param("today", days.today())
                .param("fewest", FEWEST_DAYS)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Silence(
                        new SourceId(row.getInt("source_id")),
                        row.getString("name"),
                        EventType.coded(row.getString("type")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getInt("usual"),
                        row.getBoolean("over")))
                .list();
    }
}
