package ews.sensors.vendor;

import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventReader;
import ews.sensors.intake.Raw;
import ews.sensors.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a vendor sends, and what it means. */
public interface VendorDialect extends EventReader {

    Vendor vendor();

    Signing signing();

    /**
     * By which the vendor knows this delivery, the same when it is sent again; {@code null} if it has no such thing.
     */
    @Nullable
    String id(ObjectNode body);

    /**
     * @param id of this delivery, from which the ids of its events are to be made
     * @throws Invalid if it lacks what it should have
     */
    Telling read(ObjectNode body, String id) throws Invalid;

    /** Something like what the vendor would send, to try out whether it is understood. */
    ObjectNode sample(Instant now);

    /** What to paste into the vendor's own settings, so that it sends what is read here; {@code null} if nothing. */
    default @Nullable String template() {
        return null;
    }

    /** Adds what only a header says, so that it is kept with the body. */
    default void keep(Delivery delivery, ObjectNode body) {}

    /** The customer in words, if the vendor says more than an id; for people who have to find the account. */
    default @Nullable String customer(ObjectNode body) {
        return null;
    }

    @Override
    default Batch readAgain(Source source, Raw body, Instant receivedAt) {
        return new VendorReading(this, source, receivedAt).of(body);
    }
}
