package ews.plays.play;

import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All that plays have said so far. */
@Repository
class PlayVersions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    PlayVersions(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /** Newest first. */
    List<PlayVersion> of(String key) {
        return jdbc.sql("""
                        select p.key, p.enabled, v.* from play_version v join play p on p.id = v.play_id
                        where p.key = :key order by v.version desc
                        """).param("key", key).query(this::version).list();
    }

    /** Keeps what the play says now. */
    void keep(String key, String reason, String author) {
        jdbc.sql("""
                        insert into play_version (play_id, version, name, description, definition, author, reason, created_at)
                        select id, version, name, description, definition, :author, :reason, :now from play where key = :key
                        """)
                .param("key", key)
                .param("author", author)
                .param("reason", reason)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private PlayVersion version(ResultSet row, int number) throws SQLException {
        return new PlayVersion(
                play(row, json),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** A play from a row that has its columns, of now or of a version. */
    static Play play(ResultSet row, JsonMapper json) throws SQLException {
        return new Play(
                row.getString("key"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("version"),
                row.getBoolean("enabled"),
                json.readValue(row.getString("definition"), Definition.class));
    }
}
