package ews.plays.notice;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How members want to be told. */
@Repository
public class NoticePreferences {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;

    NoticePreferences(JdbcClient jdbc, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
    }

    public Preferences of(MemberId member) {
        var choices = new EnumMap<NoticeKind, Choice>(NoticeKind.class);
        jdbc.sql("select * from notice_choice where member_id = :member")
                .param("member", member.value())
                .query(row -> {
                    choices.put(
                            NoticeKind.of(row.getString("kind")),
                            new Choice(Way.of(row.getString("way")), Timing.of(row.getString("timing"))));
                });
        return jdbc.sql("select * from notice_hours where member_id = :member")
                .param("member", member.value())
                .query((row, _) -> {
                    String zone = row.getString("zone");
                    var times = new QuietTimes(
                            zone == null ? days.zone() : ZoneId.of(zone),
                            row.getObject("quiet_from", LocalTime.class),
                            row.getObject("quiet_to", LocalTime.class),
                            row.getBoolean("quiet_weekends"),
                            row.getObject("digest_at", LocalTime.class));
                    return new Preferences(choices, times, zone != null);
                })
                .optional()
                .orElseGet(() -> new Preferences(choices, QuietTimes.none(days.zone()), false));
    }

    /** Counts from now on, also for what waits. */
    @Transactional
    public void change(Member member, Preferences preferences) {
        if (preferences.equals(of(member.id()))) {
            return;
        }
        saveTimes(member.id(), preferences.times(), preferences.ownZone());
        preferences.choices().forEach((kind, choice) -> save(member.id(), kind, choice));
        jdbc.sql("update notice set waits_until = null where member_id = :member and told_at is null")
                .param("member", member.id().value())
                .update();
        audit.record(Actor.of(member), "notices.changed", member.email(), detail(preferences));
    }

    private void saveTimes(MemberId member, QuietTimes times, boolean ownZone) {
        jdbc.sql("""
                        insert into notice_hours (member_id, zone, quiet_from, quiet_to, quiet_weekends, digest_at)
                        values (:member, :zone, :from, :to, :weekends, :digest)
                        on conflict (member_id) do update set
                          zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                          quiet_weekends = excluded.quiet_weekends, digest_at = excluded.digest_at
                        """)
                .param("member", member.value())
                .param("zone", ownZone ? times.zone().getId() : null)
                .param("from", times.from())
                .param("to", times.to())
                .param("weekends", times.weekends())
                .param("digest", times.digestAt())
                .update();
    }

    private void save(MemberId member, NoticeKind kind, Choice choice) {
        jdbc.sql("""
                        insert into notice_choice (member_id, kind, way, timing) values (:member, :kind, :way, :timing)
                        on conflict (member_id, kind) do update set way = excluded.way, timing = excluded.timing
                        """)
                .param("member", member.value())
                .param("kind", kind.code())
                .param("way", choice.way().code())
                .param("timing", choice.timing().code())
                .update();
    }

    private static Map<String, @Nullable Object> detail(Preferences preferences) {
        var detail = new LinkedHashMap<String, @Nullable Object>();
        preferences
                .choices()
                .forEach((kind, choice) -> detail.put(
                        kind.code(), choice.way().code() + " " + choice.timing().code()));
        QuietTimes times = preferences.times();
        detail.put("zone", preferences.ownZone() ? times.zone().getId() : null);
        detail.put("quiet", times.from() == null ? null : times.from() + " to " + times.to());
        detail.put("weekends", times.weekends());
        detail.put("digest", times.digestAt().toString());
        return detail;
    }
}
