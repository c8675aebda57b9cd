package ews.detection.rule;

import ews.domain.Keys;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.fact.DirtyAccounts;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The detection rules, with all versions of what they say. A new installation gets the starter rules once; what is changed
 * later stays changed.
 */
@Repository
public class Rules implements SmartInitializingSingleton {

    /** Each is judged for every account every day. */
    public static final int MOST = 100;

    /** Any number that no other advisory lock uses: "rule" in ASCII. */
    private static final int STARTER_LOCK = 0x72756c65;

    /** What stands in an address where the key of a rule may stand. */
    public static final Set<String> PAGES = Set.of("new", "matching", "dry-runs");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final DirtyAccounts dirty;
    private final OrganisationDays days;
    private final TransactionTemplate transaction;

    Rules(
            JdbcClient jdbc,
            JsonMapper json,
            AuditLog audit,
            DirtyAccounts dirty,
            OrganisationDays days,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.dirty = dirty;
        this.days = days;
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

    /** What it has said so far, newest first. */
    public List<RuleVersion> versions(String key) {
        return jdbc.sql("""
                        select v.* from rule_version v join rule r on r.id = v.rule_id
                        where r.key = :key order by v.version desc
                        """).param("key", key).query(this::version).list();
    }

    /**
     * Adds a rule that is off: it raises nothing until it is enabled.
     *
     * @throws IllegalArgumentException if another rule has the name, or if there are too many
     */
    @Transactional
    public Rule create(RuleDefinition definition, String reason, Actor actor) {
        return create(
                Keys.of(
                        definition.name(),
                        "rule",
                        key -> PAGES.contains(key) || withKey(key).isPresent()),
                definition,
                reason,
                actor);
    }

    /**
     * The same, with a key of one's choice.
     *
     * @throws IllegalArgumentException if another rule has the key, too
     */
    @Transactional
    public Rule create(String key, RuleDefinition definition, String reason, Actor actor) {
        if (PAGES.contains(key)) {
            throw new IllegalArgumentException("A page has the key %s; choose another one.".formatted(key));
        }
        if (withKey(key).isPresent()) {
            throw new IllegalArgumentException("There is a rule with the key %s already.".formatted(key));
        }
        if (all().size() >= MOST) {
            throw new IllegalArgumentException(
                    "There can be at most %d rules; change one that is there.".formatted(MOST));
        }
        checkName(definition.name(), null);
        insert(key, definition, reason, actor.name(), false);
        audit.record(actor, "rule.created", "rule " + definition.name(), Map.of("definition", definition));
        return existing(key);
    }

    /**
     * Makes this what the rule says from now on. Alerts that it has raised keep their evidence, and are resolved by what
     * it says now. The same again changes nothing.
     *
     * @param version that the caller has seen
     * @throws NoSuchElementException if there is no rule with the key
     * @throws TransitionRefused if somebody has changed it since that version
     * @throws IllegalArgumentException if another rule has the name
     */
    @Transactional
    public Rule change(String key, int version, RuleDefinition definition, String reason, Actor actor) {
        Rule before = existing(key);
        if (before.definition().equals(definition)) {
            return before;
        }
        checkName(definition.name(), key);
        int changed = jdbc.sql("""
                        update rule set definition = :definition::jsonb, version = version + 1
                        where key = :key and version = :version
                        """)
                .param("key", key)
                .param("version", version)
                .param("definition", json.writeValueAsString(definition))
                .update();
        if (changed == 0) {
            throw new TransitionRefused(
                    "The rule is at version %d: somebody has changed it meanwhile.".formatted(before.version()));
        }
        keep(key, reason, actor.name());
        dirty.everybody();
        audit.record(
                actor,
                "rule.changed",
                "rule " + before.name(),
                Map.of("before", before.definition(), "after", definition, "reason", reason));
        return existing(key);
    }

    /**
     * Switches the rule on or off; one that is so already stays so. Everybody is judged within seconds.
     *
     * @throws NoSuchElementException if there is no rule with the key
     */
    @Transactional
    public void enable(String key, boolean enabled, Actor actor) {
        Rule rule = existing(key);
        int changed = jdbc.sql("update rule set enabled = :enabled where key = :key and enabled <> :enabled")
                .param("key", key)
                .param("enabled", enabled)
                .update();
        if (changed > 0) {
            dirty.everybody();
            audit.record(actor, enabled ? "rule.enabled" : "rule.disabled", "rule " + rule.name(), Map.of());
        }
    }

    private Rule existing(String key) {
        return withKey(key).orElseThrow(() -> new NoSuchElementException("There is no rule '%s'".formatted(key)));
    }

    private void checkName(String name, @Nullable String key) {
        boolean taken =
                all().stream().anyMatch(it -> !it.key().equals(key) && it.name().equalsIgnoreCase(name));
        if (taken) {
            throw new IllegalArgumentException("Another rule is called %s already.".formatted(name));
        }
    }

    private void insert(String key, RuleDefinition definition, String reason, String author, boolean enabled) {
        try {
            jdbc.sql("""
                            insert into rule (key, version, definition, enabled)
                            values (:key, 1, :definition::jsonb, :enabled)
                            """)
                    .param("key", key)
                    .param("definition", json.writeValueAsString(definition))
                    .param("enabled", enabled)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("Another rule is called %s already.".formatted(definition.name()), e);
        }
        keep(key, reason, author);
    }

    private void keep(String key, String reason, String author) {
        jdbc.sql("""
                        insert into rule_version (rule_id, version, definition, reason, author, published_at)
                        select id, version, definition, :reason, :author, :now from rule where key = :key
                        """)
                .param("key", key)
                .param("reason", reason)
                .param("author", author)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
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
        if (!jdbc.sql("select exists (select from rule)").query(Boolean.class).single()) {
            StarterRules.ALL.forEach((key, definition) ->
                    insert(key, definition, "The rules of a new installation", Actor.SYSTEM.name(), true));
        }
    }

    private Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getInt("id"),
                row.getString("key"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), RuleDefinition.class),
                row.getBoolean("enabled"));
    }

    private RuleVersion version(ResultSet row, int number) throws SQLException {
        return new RuleVersion(
                row.getInt("rule_id"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), RuleDefinition.class),
                row.getString("reason"),
                row.getString("author"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
