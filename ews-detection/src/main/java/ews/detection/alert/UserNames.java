package ews.detection.alert;

import ews.detection.rule.Evidence;
import ews.domain.account.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts the names of users, which facts do not hold, into evidence before it is frozen. */
@Repository
class UserNames {

    private final JdbcClient jdbc;

    UserNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same alerts in the same order, with each line about a user followed by the user's name. */
    List<NewAlert> addTo(List<NewAlert> alerts) {
        Map<Long, String> names = of(alerts);
        return names.isEmpty()
                ? alerts
                : alerts.stream()
                        .map(alert -> new NewAlert(
                                alert.account(),
                                alert.rule(),
                                alert.evidence().withLines(line -> named(line, names)),
                                alert.previous(),
                                alert.receivedAt()))
                        .toList();
    }

    private static Evidence.Line named(Evidence.Line line, Map<Long, String> names) {
        String name = line.user() == null ? null : names.get(line.user());
        return name == null ? line : new Evidence.Line(line.day(), line.text() + " " + name, line.user());
    }

    private Map<Long, String> of(List<NewAlert> alerts) {
        Long[] users = alerts.stream()
                .flatMap(alert -> alert.evidence().lines().stream())
                .map(Evidence.Line::user)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
        if (users.length == 0) {
            return Map.of();
        }
        var names = new HashMap<Long, String>();
        jdbc.sql("""
                        select id, coalesce(nullif(attributes ->> 'name', ''), key) as name from account_user
                        where account_id = any (:accounts) and id = any (:users)
                        """)
                .param(
                        "accounts",
                        alerts.stream()
                                .map(NewAlert::account)
                                .map(AccountId::value)
                                .toArray(Long[]::new))
                .param("users", users)
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }
}
