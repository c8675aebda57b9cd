package ews.dashboard.accounts;

import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts and their health as SQL, as of a day. Today that is what is stored of them; for a past day it is put
 * together from the scores of that day and from what subscriptions had said until its end. What is not kept by day
 * (names, CSMs, stages, plans, products) is today's.
 *
 * @param day the day itself; {@code null} for today
 */
record PortfolioDay(@Nullable LocalDate day, Map<String, Object> parameters) {

    private static final String THEN = """
            account_then as not materialized (
              select a.id, a.key, a.name, a.csm_id, a.stage, a.plan, a.product, a.parent_id,
                     case when a.archived_at < :end then a.archived_at end as archived_at,
                     said.status, said.annual_value, said.currency, said.renewal_on,
                     case when a.cancelled_on <= :day then a.cancelled_on end as cancelled_on
              from account a left join lateral (
                select (array_agg(status order by occurred_at desc, event_key desc)
                         filter (where status is not null))[1] as status,
                       (array_agg(annual_value order by occurred_at desc, event_key desc)
                         filter (where annual_value is not null))[1] as annual_value,
                       (array_agg(currency order by occurred_at desc, event_key desc)
                         filter (where annual_value is not null))[1] as currency,
                       (array_agg(renewal_on order by occurred_at desc, event_key desc)
                         filter (where renewal_on is not null))[1] as renewal_on
                from subscription_change where account_id = a.id and occurred_at < :end) said on true
              where a.first_seen_on <= :day),
            health_then as not materialized (
              select h.account_id, h.band, h.score, h.segment_id, h.score - before.score as change_7,
                     array(select s.score from generate_series(10, 0, -1) weeks_before
                             left join health_score s on s.account_id = h.account_id
                               and s.day = date_trunc('week', :day::date)::date - 1 - 7 * weeks_before
                           order by weeks_before desc) || h.score as trend
              from health_score h
                left join health_score before on before.account_id = h.account_id and before.day = :day::date - 7
              where h.day = :day)
            """;

    static PortfolioDay of(@Nullable LocalDate day, OrganisationDays days) {
        LocalDate asOf = day == null ? days.today() : day;
        var parameters = new HashMap<String, Object>();
        parameters.put("day", asOf);
        parameters.put("today", days.today());
        parameters.put("end", days.startOf(asOf.plusDays(1)).atOffset(ZoneOffset.UTC));
        parameters.put("untouched_since", days.startOf(asOf.minusDays(30)).atOffset(ZoneOffset.UTC));
        return new PortfolioDay(day, parameters);
    }

    /** A {@code with} clause for what is read {@linkplain #from from}, and for one query more. */
    String with(String query) {
        return "with " + (day == null ? "" : THEN + ", ") + query;
    }

    String with() {
        return day == null ? "" : "with " + THEN;
    }

    /** {@code account a} and {@code health h}. */
    String from() {
        return account() + " a left join " + health() + " h on h.account_id = a.id";
    }

    String account() {
        return day == null ? "account" : "account_then";
    }

    String health() {
        return day == null ? "account_health" : "health_then";
    }

    /** Whether {@code alert} was open. */
    String alertIsOpen() {
        return day == null
                ? "status in ('open', 'acknowledged', 'in_play')"
                : "raised_on <= :day and (ended_at is null or ended_at >= :end)";
    }
}
