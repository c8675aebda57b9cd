package ews.sensors.vendor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a delivery says. */
public sealed interface Telling {

    /** Nothing on which anything depends. */
    record Nothing(String name) implements Telling {}

    /**
     * Something of a customer.
     *
     * @param customer by which the vendor knows the customer: an id, or an e-mail address; {@code null} if it names none
     * @param account the account's key, if whoever set the vendor up says it with each delivery
     * @param events in our own JSON (docs/events.md), each without its account; none if it only tells whose the customer is
     */
    record Something(@Nullable String customer, @Nullable String account, List<ObjectNode> events) implements Telling {}
}
