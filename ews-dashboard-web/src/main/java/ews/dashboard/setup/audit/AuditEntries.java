package ews.dashboard.setup.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit log. */
@Repository
class AuditEntries {

    /** Who did what to what, when; the detail by name, as it was recorded. */
    record Entry(
            long id, Instant at, String actor, String action, String subject, Map<String, @Nullable Object> detail) {

        /** The action's dotted name in words: {@code profile.published} reads {@code profile published}. */
        public String words() {
            return action.replace('.', ' ').replace('_', ' ');
        }

        /** For example {@code email: ada@example.com; role: csm}. */
        public String details() {
            return detail.entrySet().stream()
                    .map(it -> it.getKey() + ": " + it.getValue())
                    .collect(Collectors.joining("; "));
        }
    }

    private static final TypeReference<Map<String, @Nullable Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditEntries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest entries, or those before the entry {@code before}. */
    List<Entry> before(@Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from audit_entry where :before::bigint is null or id < :before
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        String detail = row.getString("detail");
        return new Entry(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                detail == null ? Map.of() : json.readValue(detail, DETAIL));
    }
}
