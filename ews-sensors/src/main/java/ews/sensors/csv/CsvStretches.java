package ews.sensors.csv;

import ews.domain.time.OrganisationDays;
import ews.sensors.fact.TakenBack.Stretch;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each import ran, to the millisecond. Those of imports of one source never overlap. */
@Repository
class CsvStretches {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    CsvStretches(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** @return when it begins: now, and after all others, even if a clock was set back */
    Instant begin(CsvImport it) {
        return jdbc.sql("""
                        insert into csv_stretch (import_id, from_time, until_time)
                        select :id, start.at, start.at
                        from (select greatest(date_trunc('milliseconds', :now::timestamptz),
                                              max(s.until_time) + interval '1 millisecond') as at
                              from csv_import i left join csv_stretch s on s.import_id = i.id
                              where i.source_id = :source) start
                        returning from_time
                        """)
                .param("id", it.id())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("source", it.source().value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    void extend(CsvImport it, Instant from, Instant until) {
        jdbc.sql("update csv_stretch set until_time = :until where import_id = :id and from_time = :from")
                .param("id", it.id())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Stretch> of(CsvImport it) {
        return jdbc.sql("select from_time, until_time from csv_stretch where import_id = :id order by from_time")
                .param("id", it.id())
                .query((row, _) -> new Stretch(
                        row.getObject("from_time", OffsetDateTime.class).toInstant(),
                        row.getObject("until_time", OffsetDateTime.class).toInstant()))
                .list();
    }
}
