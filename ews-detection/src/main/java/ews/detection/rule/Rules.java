package ews.detection.rule;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The detection rules. A new installation gets the starter rules once; what is changed later stays changed. */
@Repository
public class Rules implements SmartInitializingSingleton {

    /** Any number that no other advisory lock uses: "rule" in ASCII. */
    private static final int STARTER_LOCK = 0x72756c65;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Rules(JdbcClient jdbc, JsonMapper json, AuditLog audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.transaction = transaction;
    }

    public List<Rule> all() {
        return jdbc.sql("select * from rule order by id").query(this::rule).list();
    }

    public List<Rule> enabled() {
        return all().stream().filter(Rule::enabled).toList();
    }

    public Optional<Rule> withKey(String key) {
        return jdbc.sql("select * from rule where key = :key")
                .param("key", key)
                .query(this::rule)
                .optional();
    }

    /**
     * Changes what the rule looks for, its hold time, its play, and whether it is enabled. Alerts that it has already
     * raised keep their evidence; those of a disabled rule are still resolved when their condition is gone.
     *
     * @throws NoSuchElementException if there is no rule with the key
     */
    @Transactional
    public void change(String key, RuleKind kind, int holdDays, @Nullable String play, boolean enabled, Actor actor) {
        Rule before =
                withKey(key).orElseThrow(() -> new NoSuchElementException("There is no rule '%s'".formatted(key)));
        Rule after = before.with(kind, holdDays, play, enabled);
        if (after.equals(before)) {
            return;
        }
        jdbc.sql("""
                        update rule set definition = :definition::jsonb, hold_days = :hold, play_key = :play, enabled = :enabled
                        where key = :key
                        """)
                .param("key", key)
                .param("definition", json.writeValueAsString(kind))
                .param("hold", holdDays)
                .param("play", play)
                .param("enabled", enabled)
                .update();
        audit.record(actor, "rule.changed", "rule " + before.name(), Map.of("before", before, "after", after));
    }

    /** Switches the rule on or off. */
    @Transactional
    public void enable(String key, boolean enabled, Actor actor) {
        Rule rule = withKey(key).orElseThrow(() -> new NoSuchElementException("There is no rule '%s'".formatted(key)));
        change(key, rule.kind(), rule.holdDays(), rule.play(), enabled, actor);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> addStarterRules());
    }

    /** Once, however many instances start at the same time. */
    private void addStarterRules() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", STARTER_LOCK)
                .query((_, _) -> true)
                .single();
        if (jdbc.sql("select exists (select from rule)").query(Boolean.class).single()) {
            return;
        }
        StarterRules.ALL.forEach(this::add);
    }

    private void add(Rule rule) {
        jdbc.sql("""
                        insert into rule (key, name, nature, definition, hold_days, play_key, enabled)
                        values (:key, :name, :nature, :definition::jsonb, :hold, :play, :enabled)
                        """)
                .param("key", rule.key())
                .param("name", rule.name())
                .param("nature", rule.nature().code())
                .param("definition", json.writeValueAsString(rule.kind()))
                .param("hold", rule.holdDays())
                .param("play", rule.play())
                .param("enabled", rule.enabled())
                .update();
    }

    private Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getInt("id"),
                row.getString("key"),
                row.getString("name"),
                Nature.of(row.getString("nature")),
                json.readValue(row.getString("definition"), RuleKind.class),
                row.getInt("hold_days"),
                row.getString("play_key"),
                row.getBoolean("enabled"));
    }
}
