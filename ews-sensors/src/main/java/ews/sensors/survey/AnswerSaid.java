package ews.sensors.survey;

import ews.domain.event.FeedbackKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a survey says of one answer.
 *
 * @param response the survey's own id of the answer, the same whenever more is said of it
 * @param score as it came, judged where all events are
 * @param user the e-mail address of who answered
 */
record AnswerSaid(
        String response,
        Instant time,
        FeedbackKind kind,
        JsonNode score,
        @Nullable String comment,
        @Nullable String user) {

    /**
     * In our own words. Surveys count time in seconds: within the same one, an answer with a comment counts as later than
     * without.
     */
    ObjectNode event(String id) {
        ObjectNode event = JsonMapper.shared().createObjectNode();
        event.put("type", "feedback");
        event.put("id", id);
        event.put("time", time.plusMillis(comment == null ? 0 : 1).toString());
        event.put("response", response);
        event.put("kind", kind.code());
        event.set("score", score);
        if (comment != null) {
            event.put("comment", comment);
        }
        if (user != null) {
            event.put("user", user);
        }
        return event;
    }
}
