package ews.plays.effect;

import ews.domain.account.AccountId;
import ews.domain.chance.Share;
import ews.domain.time.OrganisationDays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * In how many accounts like one a play has worked. Other accounts count once, by their first run that was not cancelled,
 * if they were in the segment in which this one is now when that run started; or, where these are fewer than
 * {@value #FEWEST}, if they had the band that this one has now. A play has worked where its goal was reached in time;
 * where a run had no goal, if people said that it saved or improved the account (false alarms do not count). Runs whose
 * time is not over do not count, nor do any but the latest {@value #MOST}.
 */
@Repository
public class SimilarAccounts {

    static final int FEWEST = 5;

    /** Enough to tell, and soon read. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    SimilarAccounts(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Of accounts in the same segment, and of those with the same band. */
    private record Counted(Share segment, Share band) {}

    /** In how many it has worked of how many; empty if it has not been tried on any. */
    public Optional<Share> worked(String play, AccountId account) {
        Counted counted = jdbc.sql("""
                        with first_run as (
                          select distinct on (r.account_id) r.account_id, r.started_at,
                                 case when r.goal_within is null then r.outcome in ('saved', 'improved')
                                      else r.goal_reached_on is not null end worked,
                                 case when r.goal_within is null
                                      then r.status = 'finished' and r.outcome <> 'false_alarm'
                                      else r.watched_until is null or r.watched_until < :today end judged
                          from run r
                          where r.play_id = (select id from play where key = :play) and r.account_id <> :account
                            and r.status <> 'cancelled'
                          order by r.account_id, r.started_at, r.id
                        ), latest as (
                          select * from first_run where judged order by started_at desc, account_id limit :most
                        )
                        select count(*) filter (where h.segment_id = own.segment_id) segment,
                               count(*) filter (where h.segment_id = own.segment_id and worked) segment_worked,
                               count(*) filter (where h.band = own.band) band,
                               count(*) filter (where h.band = own.band and worked) band_worked
                        from latest r
                        join account_health own on own.account_id = :account
                        join health_score h on h.account_id = r.account_id
                          and h.day = (r.started_at at time zone :zone)::date
                        """)
                .param("play", play)
                .param("account", account.value())
                .param("today", days.today())
                .param("most", MOST)
                .param("zone", days.zone().getId())
                .query((row, _) -> new Counted(
                        new Share(row.getInt("segment_worked"), row.getInt("segment")),
                        new Share(row.getInt("band_worked"), row.getInt("band"))))
                .single();
        Share similar = counted.segment.whole() < FEWEST ? counted.band : counted.segment;
        return similar.whole() == 0 ? Optional.empty() : Optional.of(similar);
    }
}
