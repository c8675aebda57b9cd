package ews.detection.alert;

import ews.detection.rule.Evidence;
import ews.detection.rule.RuleDefinition;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The alerts as people and the API look at them. */
@Repository
public class AlertLists {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Occurrences occurrences;
    private final OrganisationDays days;

    AlertLists(JdbcClient jdbc, JsonMapper json, Occurrences occurrences, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.occurrences = occurrences;
        this.days = days;
    }

    /**
     * Up to {@code limit} alerts, the latest first.
     *
     * @param after where the page begins; {@code null} for the first page
     */
    public AlertPage page(AlertFilter filter, @Nullable AlertId after, int limit) {
        List<Alert> alerts = jdbc.sql(
                        AlertRow.SELECT + "where " + filter.selection().condition() + """
                         and (:account::bigint is null or a.account_id = :account)
                         and (:csm::bigint is null or c.csm_id = :csm)
                         and (:after::bigint is null or a.id < :after)
                        order by a.id desc limit :limit
                        """)
                .param("today", days.today())
                .param(
                        "account",
                        filter.account() == null ? null : filter.account().value())
                .param("csm", filter.csm() == null ? null : filter.csm().value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit + 1)
                .query(AlertRow::alert)
                .list();
        return alerts.size() <= limit
                ? new AlertPage(alerts, null)
                : new AlertPage(
                        List.copyOf(alerts.subList(0, limit)),
                        alerts.get(limit - 1).id());
    }

    /** All alerts of an account: the open ones first, and then the ended ones, each the latest first. */
    public List<Alert> ofAccount(AccountId account) {
        return jdbc.sql(AlertRow.SELECT
                        + "where a.account_id = :account order by a.ended_at desc nulls first, a.id desc")
                .param("account", account.value())
                .query(AlertRow::alert)
                .list();
    }

    /** The open alerts of each of these accounts, snoozed ones left out, the latest first. */
    public Map<AccountId, List<Alert>> openOf(Collection<AccountId> accounts) {
        return jdbc
                .sql(AlertRow.SELECT + """
                        where a.account_id = any (:accounts) and a.status in ('open', 'acknowledged', 'in_play')
                          and (a.status = 'in_play' or coalesce(a.snoozed_until, :today) <= :today)
                        order by a.id desc
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("today", days.today())
                .query(AlertRow::alert)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Alert::account));
    }

    public Optional<Alert> withId(AlertId id) {
        return jdbc.sql(AlertRow.SELECT + "where a.id = :id")
                .param("id", id.value())
                .query(AlertRow::alert)
                .optional();
    }

    /** Those that there are of these, the latest first. */
    public List<Alert> withIds(Collection<AlertId> ids) {
        return jdbc.sql(AlertRow.SELECT + "where a.id = any (:ids) order by a.id desc")
                .param("ids", ids.stream().map(AlertId::value).toArray(Long[]::new))
                .query(AlertRow::alert)
                .list();
    }

    /** One alert with its evidence. */
    public Optional<AlertDetail> detail(AlertId id) {
        return jdbc.sql(AlertRow.SELECT + "where a.id = :id")
                .param("id", id.value())
                .query((row, number) -> {
                    Alert alert = AlertRow.alert(row, number);
                    return new AlertDetail(
                            alert,
                            json.readValue(row.getString("evidence"), Evidence.class),
                            json.readValue(row.getString("definition"), RuleDefinition.class)
                                    .kind(),
                            occurrences.of(alert.account(), alert.id()),
                            others(alert));
                })
                .optional();
    }

    private List<Alert> others(Alert alert) {
        return jdbc.sql(AlertRow.SELECT + """
                        where a.account_id = :account and r.key = :rule and a.id <> :id order by a.id desc
                        """)
                .param("account", alert.account().value())
                .param("rule", alert.rule())
                .param("id", alert.id().value())
                .query(AlertRow::alert)
                .list();
    }
}
