package ews.plays.watchlist;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.MemberId;
import ews.plays.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The views of the portfolio that members saved: each their own, and those that they share. */
@Repository
public class SavedFilters {

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private static final String SELECT =
            "select f.*, m.name as owner_name from saved_filter f join member m on m.id = f.owner_id ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;

    SavedFilters(JdbcClient jdbc, JsonMapper json, AuditLog audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** A member's own and the shared ones, by name. */
    public List<SavedFilter> visibleTo(MemberId member) {
        return jdbc.sql(SELECT + "where f.shared or f.owner_id = :member order by lower(f.name), f.id")
                .param("member", member.value())
                .query(this::filter)
                .list();
    }

    /** Empty as well if it is somebody else's and not shared. */
    public Optional<SavedFilter> withId(FilterId id, MemberId member) {
        return jdbc.sql(SELECT + "where f.id = :id and (f.shared or f.owner_id = :member)")
                .param("id", id.value())
                .param("member", member.value())
                .query(this::filter)
                .optional();
    }

    /**
     * Saves a view under a name; what the owner saved under that name before is replaced.
     *
     * @throws IllegalArgumentException if the name is missing or too long
     */
    @Transactional
    public SavedFilter save(MemberId owner, String name, Map<String, String> query, boolean shared, Actor actor) {
        String written = Written.required("name", name, Written.LINE);
        long id = jdbc.sql("""
                        insert into saved_filter (owner_id, name, query, shared)
                        values (:owner, :name, :query::jsonb, :shared)
                        on conflict (owner_id, lower(name)) do update
                          set name = excluded.name, query = excluded.query, shared = excluded.shared
                        returning id
                        """)
                .param("owner", owner.value())
                .param("name", written)
                .param("query", json.writeValueAsString(query))
                .param("shared", shared)
                .query(Long.class)
                .single();
        record("saved_filter.saved", written, actor, Map.of("query", query, "shared", shared));
        return withId(new FilterId(id), owner).orElseThrow();
    }

    /**
     * Gives it another name, and shares it or keeps it for its owner.
     *
     * @throws IllegalArgumentException if the name is missing, too long, or that of another filter of the owner
     */
    @Transactional
    public void change(SavedFilter filter, String name, boolean shared, Actor actor) {
        String written = Written.required("name", name, Written.LINE);
        try {
            jdbc.sql("update saved_filter set name = :name, shared = :shared where id = :id")
                    .param("id", filter.id().value())
                    .param("name", written)
                    .param("shared", shared)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    "There is another saved filter “%s”: please choose another name.".formatted(written), e);
        }
        record("saved_filter.changed", written, actor, Map.of("was", filter.name(), "shared", shared));
    }

    @Transactional
    public void delete(SavedFilter filter, Actor actor) {
        jdbc.sql("delete from saved_filter where id = :id")
                .param("id", filter.id().value())
                .update();
        record("saved_filter.deleted", filter.name(), actor, Map.of("query", filter.query()));
    }

    private void record(String action, String name, Actor actor, Map<String, @Nullable Object> detail) {
        audit.record(actor, action, "saved filter " + name, detail);
    }

    private SavedFilter filter(ResultSet row, int number) throws SQLException {
        return new SavedFilter(
                new FilterId(row.getLong("id")),
                row.getString("name"),
                json.readValue(row.getString("query"), QUERY),
                new MemberId(row.getLong("owner_id")),
                row.getString("owner_name"),
                row.getBoolean("shared"));
    }
}
