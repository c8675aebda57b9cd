package ews.sensors.vendor;

import ews.domain.time.OrganisationDays;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.Receipt;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes what vendors send, once it is sure that it is them. */
@Service
public class VendorIntake {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final VendorWebhooks webhooks;
    private final EventIntake intake;
    private final OrganisationDays days;
    private final Map<Vendor, VendorDialect> dialects = new EnumMap<>(Vendor.class);

    VendorIntake(VendorWebhooks webhooks, EventIntake intake, OrganisationDays days, List<VendorDialect> dialects) {
        this.webhooks = webhooks;
        this.intake = intake;
        this.days = days;
        dialects.forEach(it -> this.dialects.put(it.vendor(), it));
    }

    /**
     * Blocks until what it says is stored.
     *
     * @throws UnknownAddress if no source has this address, or its source was revoked
     * @throws Forged if it is not signed with the source's secret, or too old
     * @throws ews.sensors.intake.IntakeUnavailable if it cannot be stored now
     */
    public Receipt take(String address, Delivery delivery) {
        VendorWebhook webhook = webhooks.at(address).orElseThrow(() -> new UnknownAddress(false));
        if (webhook.source().isRevoked()) {
            throw new UnknownAddress(true);
        }
        VendorDialect dialect = dialect(webhook.vendor());
        try {
            dialect.signing().check(delivery, secretOf(webhook));
        } catch (Forged e) {
            webhooks.noteRefusal(webhook.source().id(), e.reason());
            throw e;
        }
        return intake.accept(new VendorReading(dialect, webhook.source(), delivery.receivedAt()).of(delivery));
    }

    /**
     * Makes a delivery as the vendor would, signs it, checks it and reads it, and stores nothing.
     *
     * @return what was read
     * @throws Forged if there is no secret yet
     */
    public Batch tryOut(VendorWebhook webhook) {
        VendorDialect dialect = dialect(webhook.vendor());
        Instant now = days.now();
        byte[] body = JSON.writeValueAsBytes(dialect.sample(now));
        String secret = secretOf(webhook);
        var headers = new TreeMap<String, String>();
        dialect.signing().sign(body, secret, now).forEach((name, it) -> headers.put(name.toLowerCase(Locale.ROOT), it));
        var delivery = new Delivery(headers, body, now);
        dialect.signing().check(delivery, secret);
        return new VendorReading(dialect, webhook.source(), now).of(delivery);
    }

    /** Those whose webhooks are understood. */
    public Set<Vendor> vendors() {
        return Collections.unmodifiableSet(dialects.keySet());
    }

    /**
     * Who the customer is, in words, for people who have to find the account; {@code null} if what was sent does not say.
     *
     * @param body as it was kept
     */
    public @Nullable String customer(Vendor vendor, String body) {
        return JSON.readTree(body) instanceof ObjectNode object
                ? dialect(vendor).customer(object)
                : null;
    }

    /** What people paste into the vendor's own settings, so that it sends what is read here; {@code null} if nothing. */
    public @Nullable String template(Vendor vendor) {
        return dialect(vendor).template();
    }

    private static String secretOf(VendorWebhook webhook) {
        if (webhook.lacksSecret()) {
            throw new Forged("The secret of %s has not been entered yet, so nothing can be checked."
                    .formatted(webhook.vendor().title()));
        }
        return webhook.secret() == null ? "" : webhook.secret();
    }

    private VendorDialect dialect(Vendor vendor) {
        VendorDialect dialect = dialects.get(vendor);
        if (dialect == null) {
            throw new IllegalStateException("Nobody reads what %s sends".formatted(vendor.title()));
        }
        return dialect;
    }
}
