package ews.plays.email;

import ews.domain.Keys;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.plays.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The templates of emails to contacts. */
@Repository
public class Templates {

    private final JdbcClient jdbc;
    private final TemplateVersions versions;
    private final AuditLog audit;

    Templates(JdbcClient jdbc, TemplateVersions versions, AuditLog audit) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.audit = audit;
    }

    public List<Template> all() {
        return jdbc.sql("select * from email_template order by name")
                .query(Templates::template)
                .list();
    }

    public Optional<Template> withKey(String key) {
        return jdbc.sql("select * from email_template where key = :key")
                .param("key", key)
                .query(Templates::template)
                .optional();
    }

    /** What it has said so far, newest first. */
    public List<TemplateVersion> versions(String key) {
        return versions.of(key);
    }

    /** A key for a new template of this name, which no template has yet. */
    public String keyFor(String name) {
        return Keys.of(
                name,
                "template",
                key -> key.equals(TemplateCheck.RESERVED) || withKey(key).isPresent());
    }

    /** What is wrong with the merge fields of a text that somebody is still writing. */
    public static List<String> problemsWithFields(Template typed) {
        return TemplateCheck.problemsWithFields(typed);
    }

    /**
     * Saves a new template (version 0), or the next version of the one that was edited. What has not changed stays at its
     * version.
     *
     * @param reason why it is written like that, in one line
     * @return the template as it is now
     * @throws InvalidTemplate if anything is wrong with it
     * @throws IllegalArgumentException if there is no reason, or a very long one
     * @throws TransitionRefused if somebody else saved another version meanwhile
     */
    @Transactional
    public Template save(Template typed, String reason, Actor actor) {
        Template edited = typed.tidy();
        TemplateCheck.check(edited);
        Optional<Template> current = withKey(edited.key());
        if (current.filter(it -> it.version() == edited.version() && it.saysTheSameAs(edited))
                .isPresent()) {
            return current.get();
        }
        String why = Written.required("reason", reason, Written.LINE);
        if (write(edited) == 0) {
            throw new TransitionRefused(withKey(edited.key())
                    .map(it ->
                            "The template \"%s\" is at version %d, and you edited version %d: please look at it again."
                                    .formatted(it.name(), it.version(), edited.version()))
                    .orElse("There is no template " + edited.key()));
        }
        versions.keep(edited.key(), why, actor.name());
        Template saved = withKey(edited.key()).orElseThrow();
        audit.record(
                actor,
                "template.saved",
                "template " + saved.name(),
                Map.of("key", saved.key(), "version", saved.version(), "subject", saved.subject(), "reason", why));
        return saved;
    }

    private int write(Template template) {
        try {
            return jdbc.sql(template.version() == 0 ? """
                                    insert into email_template (key, name, subject, body, version)
                                    values (:key, :name, :subject, :body, :version + 1)
                                    on conflict (key) do nothing
                                    """ : """
                                    update email_template set name = :name, subject = :subject, body = :body,
                                      version = version + 1
                                    where key = :key and version = :version
                                    """)
                    .param("key", template.key())
                    .param("version", template.version())
                    .param("name", template.name())
                    .param("subject", template.subject())
                    .param("body", template.body())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new InvalidTemplate(List.of("Another template has the name \"%s\".".formatted(template.name())));
        }
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return TemplateVersions.template(row);
    }
}
