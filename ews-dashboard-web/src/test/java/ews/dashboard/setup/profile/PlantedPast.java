package ews.dashboard.setup.profile;

import ews.detection.profile.Profiles;
import ews.domain.audit.Actor;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.time.OrganisationDays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of which half cancelled in the last two years: their mood fell before, and their luck was anything. */
public record PlantedPast(JdbcClient jdbc, Profiles profiles, OrganisationDays days) {

    /** @param cancellations spread evenly over two years, with as many accounts that stayed */
    public void plant(int segment, int cancellations) {
        jdbc.sql("""
                        with planted as (
                          insert into account (key, name, first_seen_on)
                          select 'planted-' || n, 'Planted ' || n, cast(:today as date) - 800
                          from generate_series(1, 2 * :cancellations) n
                          returning id, substr(key, 9)::int as n),
                        cancelled as (
                          insert into subscription_change (account_id, occurred_at, event_key, status)
                          select id, cast(:today as date) - 720 + n * 360 / :cancellations, n, 'cancelled' from planted where n % 2 = 0
                          returning account_id, occurred_at)
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        select id, cast(:today as date) - 800, n, 'mood', (5 + n % 6)::text from planted
                        union all
                        select id, cast(:today as date) - 800, 100000 + n, 'luck', (n * 7919 % 11)::text from planted
                        union all
                        select account_id, occurred_at - interval '95 days', 200000 + account_id, 'mood', (account_id % 6)::text
                        from cancelled
                        """)
                .param("today", days.today())
                .param("cancellations", cancellations)
                .update();
        var profile = new HealthProfile(List.of(attribute("mood", 20), attribute("luck", 80)), 70, 40, 1);
        profiles.publish(segment, profile, "Mostly luck", Actor.SYSTEM);
    }

    private static Indicator attribute(String name, int weight) {
        return new Indicator(
                IndicatorGroup.BUSINESS_OUTCOMES,
                new Measurement("attribute", 0, name),
                0,
                10,
                weight,
                MissingData.EXCLUDED);
    }
}
