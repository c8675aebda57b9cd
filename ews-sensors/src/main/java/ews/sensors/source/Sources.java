package ews.sensors.source;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The connected systems and their keys. Only a key's SHA-256 is stored, so a lost key is replaced, never shown again. */
@Repository
public class Sources {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final Authentications authentications;

    Sources(JdbcClient jdbc, OrganisationDays days, AuditLog audit, Authentications authentications) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
        this.authentications = authentications;
    }

    /** All of them, by name, revoked ones too. */
    public List<Source> all() {
        return jdbc.sql("select * from source order by lower(name), id")
                .query(Sources::source)
                .list();
    }

    public Optional<Source> withId(SourceId id) {
        return jdbc.sql("select * from source where id = :id")
                .param("id", id.value())
                .query(Sources::source)
                .optional();
    }

    /** The source whose key this is; empty if there is none or it was revoked. */
    public Optional<Source> authenticate(String key) {
        byte[] hash = Keys.hash(key);
        return authentications.of(
                hash,
                () -> jdbc.sql("select * from source where key_hash = :hash and revoked_at is null")
                        .param("hash", hash)
                        .query(Sources::source)
                        .optional());
    }

    /** Another instance changed sources: asks the database at the next use of each key. */
    public void forgetKeys() {
        authentications.forget();
    }

    /**
     * @param name at most 100 characters, of no other source
     * @throws IllegalArgumentException if there is no name, or one that is too long, or no scope
     * @throws org.springframework.dao.DuplicateKeyException if another source has the name
     */
    @Transactional
    public NewKey create(String name, Set<Scope> scopes, boolean sample, Actor actor) {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("Choose what the key may do: send events, read, or configure.");
        }
        String key = Keys.random();
        Source source = insert(SourceName.checked(name), key, scopes, sample);
        audit.record(actor, "source.created", subject(source), Map.of("scopes", source.scopes()));
        return new NewKey(source, key);
    }

    /**
     * The source of what EWS reads itself, such as files: nobody has a key to it, and it is never waited for. Made if there
     * is none.
     *
     * @param name which gets a number if a source with a key has it
     */
    @Transactional
    public Source withoutKey(String name, Actor actor) {
        String free = name;
        Optional<Source> existing = withName(free);
        for (int i = 2; existing.isPresent() && !existing.get().isWithoutKey(); i++) {
            free = name + " " + i;
            existing = withName(free);
        }
        if (existing.isPresent()) {
            return existing.get();
        }
        Source source = insert(SourceName.checked(free), Keys.random(), EnumSet.noneOf(Scope.class), false);
        audit.record(actor, "source.created", subject(source), Map.of("scopes", source.scopes()));
        return source;
    }

    /** Makes sure that a source with this name, read and write scope and this key exists; safe to repeat. */
    @Transactional
    public Source ensure(String name, String key) {
        SourceName.checkKey(key);
        Optional<Source> existing = withName(name);
        if (existing.isEmpty()) {
            Source source = insert(SourceName.checked(name), key, EnumSet.of(Scope.READ, Scope.WRITE), false);
            audit.record(Actor.SYSTEM, "source.created", subject(source), Map.of("scopes", source.scopes()));
            return source;
        }
        // A key that was revoked stays revoked; only another key replaces it.
        int changed = jdbc.sql("""
                        update source set key_hash = :hash, key_hint = :hint, can_read = true, can_write = true,
                               revoked_at = null
                        where id = :id and key_hash <> :hash
                        """)
                .param("id", existing.get().id().value())
                .param("hash", Keys.hash(key))
                .param("hint", Keys.hint(key))
                .update();
        if (changed > 0) {
            audit.record(Actor.SYSTEM, "source.key_rotated", subject(existing.get()), Map.of());
            authentications.forgetAfterCommit();
        }
        return withName(name).orElseThrow();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another source has the name */
    @Transactional
    public void rename(SourceId id, String name, Actor actor) {
        Source before = existing(id);
        jdbc.sql("update source set name = :name where id = :id")
                .param("id", id.value())
                .param("name", SourceName.checked(name))
                .update();
        audit.record(actor, "source.renamed", subject(before), Map.of("name", name.strip()));
        authentications.forgetAfterCommit();
    }

    /**
     * Gives the source another key; the one before is refused from now on.
     *
     * @throws IllegalStateException if the source was revoked
     */
    @Transactional
    public NewKey rotate(SourceId id, Actor actor) {
        Source source = existing(id);
        String key = Keys.random();
        int changed = jdbc.sql("""
                        update source set key_hash = :hash, key_hint = :hint where id = :id and revoked_at is null
                        """)
                .param("id", id.value())
                .param("hash", Keys.hash(key))
                .param("hint", Keys.hint(key))
                .update();
        if (changed == 0) {
            throw new IllegalStateException("The key of %s was revoked; create a new source".formatted(source.name()));
        }
        audit.record(actor, "source.key_rotated", subject(source), Map.of());
        authentications.forgetAfterCommit();
        return new NewKey(existing(id), key);
    }

    /** Refuses the source's key from the next request on. Repeating it changes nothing. */
    @Transactional
    public void revoke(SourceId id, Actor actor) {
        Source source = existing(id);
        int changed = jdbc.sql("update source set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id.value())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        if (changed > 0) {
            audit.record(actor, "source.revoked", subject(source), Map.of());
            authentications.forgetAfterCommit();
        }
    }

    @Transactional
    public void limit(SourceId id, SourceLimits limits, Actor actor) {
        Source source = existing(id);
        jdbc.sql("""
                        update source set most_a_second = :events, most_body_kilobytes = :body, most_event_kilobytes = :event
                        where id = :id
                        """)
                .param("id", id.value())
                .param("events", limits.mostASecond(), Types.INTEGER)
                .param("body", limits.bodyKilobytes(), Types.INTEGER)
                .param("event", limits.eventKilobytes(), Types.INTEGER)
                .update();
        audit.record(
                actor,
                "source.limited",
                subject(source),
                Map.of(
                        "eventsASecond", said(limits.mostASecond()),
                        "bodyKilobytes", said(limits.bodyKilobytes()),
                        "eventKilobytes", said(limits.eventKilobytes())));
        authentications.forgetAfterCommit();
    }

    private static Object said(@Nullable Integer limit) {
        return limit == null ? "as for all" : limit;
    }

    /** Erases the sources of the sample company, with their rejects and counts. */
    @Transactional
    public void removeSamples() {
        jdbc.sql("delete from source where sample").update();
        authentications.forgetAfterCommit();
    }

    private Source insert(String name, String key, Set<Scope> scopes, boolean sample) {
        return jdbc.sql("""
                        insert into source (name, key_hash, key_hint, can_read, can_write, can_configure, sample, created_at)
                        values (:name, :hash, :hint, :read, :write, :configure, :sample, :now)
                        returning *
                        """)
                .param("name", name)
                .param("hash", Keys.hash(key))
                .param("hint", Keys.hint(key))
                .param("read", scopes.contains(Scope.READ))
                .param("write", scopes.contains(Scope.WRITE))
                .param("configure", scopes.contains(Scope.CONFIGURE))
                .param("sample", sample)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(Sources::source)
                .single();
    }

    private Optional<Source> withName(String name) {
        return jdbc.sql("select * from source where name = :name")
                .param("name", name.strip())
                .query(Sources::source)
                .optional();
    }

    Source existing(SourceId id) {
        return withId(id).orElseThrow(() -> new NoSuchElementException("There is no source " + id));
    }

    static String subject(Source source) {
        return "source " + source.name();
    }

    static Source source(ResultSet row, int number) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        if (row.getBoolean("can_read")) {
            scopes.add(Scope.READ);
        }
        if (row.getBoolean("can_write")) {
            scopes.add(Scope.WRITE);
        }
        if (row.getBoolean("can_configure")) {
            scopes.add(Scope.CONFIGURE);
        }
        return new Source(
                new SourceId(row.getInt("id")),
                row.getString("name"),
                row.getString("key_hint"),
                Set.copyOf(scopes),
                row.getBoolean("sample"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                instant(row.getObject("calm_until", OffsetDateTime.class)),
                new SourceLimits(
                        row.getObject("most_a_second", Integer.class),
                        row.getObject("most_body_kilobytes", Integer.class),
                        row.getObject("most_event_kilobytes", Integer.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
