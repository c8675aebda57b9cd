package ews.sensors.vendor;

import static java.util.stream.Collectors.toMap;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sources whose events vendors send. */
@Repository
public class VendorWebhooks {

    private static final int LONGEST_SECRET = 200;

    private final JdbcClient jdbc;
    private final Sources sources;
    private final AuditLog audit;
    private final OrganisationDays days;

    private record Row(
            SourceId source,
            Vendor vendor,
            String address,
            @Nullable String secret,
            VendorWebhook.@Nullable Refusal refusal) {}

    VendorWebhooks(JdbcClient jdbc, Sources sources, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.audit = audit;
        this.days = days;
    }

    public Optional<VendorWebhook> of(SourceId source) {
        return found("source_id", source.value());
    }

    /** Which of the sources are such ones, and whose. */
    public Map<SourceId, Vendor> vendors() {
        return jdbc.sql("select * from vendor_webhook").query(VendorWebhooks::row).list().stream()
                .collect(toMap(Row::source, Row::vendor));
    }

    /** The one to which somebody sent something. */
    Optional<VendorWebhook> at(String address) {
        return found("address", address);
    }

    private Optional<VendorWebhook> found(String column, Object value) {
        return jdbc.sql("select * from vendor_webhook where %s = :value".formatted(column))
                .param("value", value)
                .query(VendorWebhooks::row)
                .optional()
                .flatMap(row -> sources.withId(row.source)
                        .map(it -> new VendorWebhook(it, row.vendor, row.address, row.secret, row.refusal)));
    }

    /**
     * @param name at most 100 characters, of no other source
     * @throws IllegalArgumentException if there is no name, or one that is too long
     * @throws org.springframework.dao.DuplicateKeyException if another source has the name
     */
    @Transactional
    public Source create(String name, Vendor vendor, Actor actor) {
        // Nobody is told its key: it sends to its address only.
        Source source = sources.create(name, Set.of(Scope.WRITE), false, actor).source();
        jdbc.sql(
                        "insert into vendor_webhook (source_id, vendor, address, secret) values (:id, :vendor, :address, :secret)")
                .param("id", source.id().value())
                .param("vendor", vendor.code())
                .param("address", Secrets.random())
                .param("secret", vendor.secret() == Vendor.Secret.OURS ? Secrets.random() : null)
                .update();
        return source;
    }

    /**
     * From now on this secret has to sign.
     *
     * @throws IllegalArgumentException if it is blank, has spaces inside, or more than 200 characters
     */
    @Transactional
    public void setSecret(SourceId id, String secret, Actor actor) {
        String stripped = secret.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_SECRET
                || stripped.chars().anyMatch(it -> it <= ' ')) {
            throw new IllegalArgumentException(
                    "Paste the secret as it is: up to %d characters without spaces.".formatted(LONGEST_SECRET));
        }
        Source source = sources.withId(id).orElseThrow();
        jdbc.sql("""
                        update vendor_webhook set secret = :secret, refused_at = null, refusal = null
                        where source_id = :id
                        """).param("id", id.value()).param("secret", stripped).update();
        audit.record(actor, "source.secret_changed", "source " + source.name(), Map.of());
    }

    /** Makes another secret, for vendors who are given one. */
    public void renewSecret(SourceId id, Actor actor) {
        setSecret(id, Secrets.random(), actor);
    }

    /** Remembers the last one only, and that at most once a second: anybody may send. */
    void noteRefusal(SourceId source, String reason) {
        Instant now = days.now();
        jdbc.sql("""
                        update vendor_webhook set refused_at = :now, refusal = :reason
                        where source_id = :id and (refused_at is null or refused_at < :before)
                        """)
                .param("id", source.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime refused = row.getObject("refused_at", OffsetDateTime.class);
        return new Row(
                new SourceId(row.getInt("source_id")),
                Vendor.coded(row.getString("vendor")),
                row.getString("address"),
                row.getString("secret"),
                refused == null ? null : new VendorWebhook.Refusal(refused.toInstant(), row.getString("refusal")));
    }
}
