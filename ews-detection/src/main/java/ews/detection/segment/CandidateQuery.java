package ews.detection.segment;

import ews.detection.segment.Catchment.Caught;
import ews.detection.segment.Catchments.Candidate;
import ews.domain.account.AccountId;
import ews.domain.segment.Condition;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks for the accounts whose attributes are as conditions want them; their other conditions are left aside. Those that
 * have cancelled stay in the segment that they were in on that day, whatever the segments become.
 */
final class CandidateQuery {

    /** As {@link Condition.Attribute} finds it: what the subscription reports counts before the attribute. */
    private static final String STATUS = """
            coalesce((select coalesce((select s.status from subscription_change s
                                       where s.account_id = a.id and s.occurred_at < :end and s.status is not null
                                       order by s.occurred_at desc, s.event_key desc limit 1), 'active')
                      where exists (select from subscription_change s
                                    where s.account_id = a.id and s.occurred_at < :end)),
            """;

    private static final String PLAN = """
            coalesce((select s.plan from subscription_change s
                      where s.account_id = a.id and s.occurred_at < :end and s.plan is not null
                      order by s.occurred_at desc, s.event_key desc limit 1),
            """;

    private static final String ATTRIBUTE = """
            (select c.value from attribute_change c
             where c.account_id = a.id and c.name = :name%d and c.occurred_at < :end
             order by c.occurred_at desc, c.event_key desc limit 1)
            """;

    /** Those that ever had such a value are few: to find them first saves looking up what all others have now. */
    private static final String EVER_ATTRIBUTE =
            "select account_id from attribute_change where name = :name%1$d and lower(value) = any(:values%1$d)";

    private static final String EVER_PLAN =
            "select account_id from subscription_change where lower(plan) = any(:values%1$d) union all ";

    private final JdbcClient jdbc;
    private final StringBuilder from = new StringBuilder("""
            from account a join account_health h on h.account_id = a.id
            where h.segment_id = any(:segments) and a.status is distinct from 'cancelled'
            """);
    private final Map<String, Object> params = new HashMap<>();

    /** @param end the first moment that is not looked at any more */
    CandidateQuery(JdbcClient jdbc, List<Condition> conditions, Collection<Integer> segments, Instant end) {
        this.jdbc = jdbc;
        params.put("segments", segments.toArray(Integer[]::new));
        int number = 0;
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Attribute(String name, List<String> values)) {
                number++;
                params.put("end", end.atOffset(ZoneOffset.UTC));
                params.put("name" + number, name);
                params.put(
                        "values" + number,
                        values.stream().map(it -> it.toLowerCase(Locale.ROOT)).toArray(String[]::new));
                from.append(ever(name, number))
                        .append(" and lower(%s) = any(:values%d)".formatted(valueOf(name, number), number));
            }
        }
    }

    private static String ever(String name, int number) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "status" -> ""; // an active one need never have been reported as such
            case "plan" -> " and a.id in (%s)".formatted((EVER_PLAN + EVER_ATTRIBUTE).formatted(number));
            default -> " and a.id in (%s)".formatted(EVER_ATTRIBUTE.formatted(number));
        };
    }

    private static String valueOf(String name, int number) {
        String attribute = ATTRIBUTE.formatted(number);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "status" -> STATUS + attribute + ")";
            case "plan" -> PLAN + attribute + ")";
            default -> attribute;
        };
    }

    int count() {
        return jdbc.sql("select count(*) " + from)
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** In the order of their ids. */
    List<Candidate> after(long last, int most) {
        return jdbc.sql("select a.*, h.segment_id %s and a.id > :last order by a.id limit :most".formatted(from))
                .params(params)
                .param("last", last)
                .param("most", most)
                .query(CandidateQuery::candidate)
                .list();
    }

    /** Everything about them, where nothing else is asked for. */
    Catchment all(int sign) {
        var value = new HashMap<String, BigDecimal>();
        var segments = new HashMap<Integer, Integer>();
        var first = new ArrayList<Caught>();
        jdbc.sql("""
                        with caught as materialized
                          (select a.id, a.name, a.annual_value, a.currency, h.segment_id %s)
                        select null::bigint as id, null as name, segment_id, currency, count(*)::int as accounts,
                               sum(annual_value) as value
                        from caught group by segment_id, currency
                        union all
                        (select id, name, null, null, 0, null from caught order by name, id limit :named)
                        """.formatted(from))
                .params(params)
                .param("named", Catchment.NAMED)
                .query(row -> {
                    long id = row.getLong("id");
                    if (!row.wasNull()) {
                        first.add(new Caught(new AccountId(id), row.getString("name")));
                        return;
                    }
                    segments.merge(row.getInt("segment_id"), row.getInt("accounts"), Integer::sum);
                    String currency = row.getString("currency");
                    BigDecimal sum = row.getBigDecimal("value");
                    if (currency != null && sum != null) {
                        value.put(
                                currency,
                                value.getOrDefault(currency, BigDecimal.ZERO).add(sum));
                    }
                });
        int accounts = segments.values().stream().mapToInt(Integer::intValue).sum();
        return new Catchment(sign, accounts, accounts, accounts, value, segments, first, null);
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                row.getInt("segment_id"),
                row.getBigDecimal("annual_value"),
                row.getString("currency"));
    }
}
