package ews.plays.email;

import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that templates have said so far. */
@Repository
class TemplateVersions {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    TemplateVersions(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Newest first. */
    List<TemplateVersion> of(String key) {
        return jdbc.sql("""
                        select t.key, v.* from email_template_version v join email_template t on t.id = v.template_id
                        where t.key = :key order by v.version desc
                        """).param("key", key).query(TemplateVersions::version).list();
    }

    /** Keeps what the template says now. */
    void keep(String key, String reason, String author) {
        jdbc.sql("""
                        insert into email_template_version (template_id, version, name, subject, body, author, reason, created_at)
                        select id, version, name, subject, body, :author, :reason, :now from email_template where key = :key
                        """)
                .param("key", key)
                .param("author", author)
                .param("reason", reason)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static TemplateVersion version(ResultSet row, int number) throws SQLException {
        return new TemplateVersion(
                template(row),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** A template from a row that has its columns, of now or of a version. */
    static Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getString("key"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("version"));
    }
}
