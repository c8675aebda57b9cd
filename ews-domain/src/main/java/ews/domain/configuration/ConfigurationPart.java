package ews.domain.configuration;

import ews.domain.audit.Actor;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One field of the document in which everything is that is set up. Whoever keeps the thing writes the field, reads it, says
 * what would change, and changes it; what all documents have in common is elsewhere. Each method gets the whole document,
 * since parts name one another by keys: what is named must be there once the document is applied.
 *
 * <p>A document without the field leaves everything as it is. Implementations are ordered as they have to be applied.
 */
public interface ConfigurationPart {

    /** The name of the field. */
    String field();

    /** What counts now: the same text as long as nothing changes. */
    JsonNode now();

    /** The keys by which other parts can name what would be there once the document was applied. */
    Set<String> keys(JsonNode document);

    /** What is wrong with the field, each with its place, as in {@code plays[2].name: is missing}; empty if nothing is. */
    List<String> problems(JsonNode document);

    /** What applying the document would change about this part, in which nothing is wrong. */
    List<Change> changes(JsonNode document);

    /**
     * Makes what the document says what counts, in the transaction of the caller; what is the same already stays untouched.
     *
     * @param reason kept with each new version
     * @throws ews.domain.TransitionRefused if somebody has changed something meanwhile
     * @throws IllegalArgumentException if the reason is missing or too long
     */
    void apply(JsonNode document, String reason, Actor actor);
}
