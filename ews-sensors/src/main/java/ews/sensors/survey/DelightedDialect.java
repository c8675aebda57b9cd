package ews.sensors.survey;

import ews.domain.event.FeedbackKind;
import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.Payload;
import ews.sensors.vendor.Signing;
import ews.sensors.vendor.Telling;
import ews.sensors.vendor.Unsigned;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorDialect;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Delighted's answers. It sends the score at once, and the whole answer again when a comment follows. */
@Component
class DelightedDialect implements VendorDialect {

    private static final Set<String> ANSWERS = Set.of("survey_response.created", "survey_response.updated");
    private static final int THUMB_UP = 5;
    private static final int THUMB_DOWN = 1;

    @Override
    public Dialect dialect() {
        return Dialect.DELIGHTED;
    }

    @Override
    public Vendor vendor() {
        return Vendor.DELIGHTED;
    }

    @Override
    public Signing signing() {
        return new Unsigned();
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        return new Payload(body).text("/event_id");
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        var said = new Payload(body);
        String type = said.required("type", "/event_type");
        if (!ANSWERS.contains(type)) {
            return new Telling.Nothing(type);
        }
        String survey = said.required("survey_type", "/event_data/survey_type");
        FeedbackKind kind = kind(survey);
        if (kind == null) {
            return new Telling.Nothing("%s of a survey of type %s".formatted(type, survey));
        }
        String email = said.email("/event_data/person/email");
        said.required("score", "/event_data/score");
        var answer = new AnswerSaid(
                said.required("response", "/event_data/id"),
                said.time("/event_data/updated_at", "/event_data/created_at"),
                kind,
                score(survey, body.at("/event_data/score")),
                said.text("/event_data/comment"),
                email);
        return new Telling.Something(
                Payload.first(email, said.id("person", "/event_data/person/id")),
                Accounts.in(said, "/event_data/person_properties/"),
                List.of(answer.event(id)));
    }

    /** {@code null} for surveys that ask something else: employees, or how much a product would be missed. */
    private static @Nullable FeedbackKind kind(String survey) {
        return switch (survey) {
            case "nps" -> FeedbackKind.NPS;
            case "csat", "ces", "smileys", "stars", "stars_five", "thumbs" -> FeedbackKind.CSAT;
            default -> null;
        };
    }

    private static JsonNode score(String survey, JsonNode score) {
        return survey.equals("thumbs")
                ? JsonMapper.shared().getNodeFactory().numberNode(score.asInt(0) > 0 ? THUMB_UP : THUMB_DOWN)
                : score;
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        return new Payload(body)
                .text("/event_data/person_properties/company", "/event_data/person/name", "/event_data/person/email");
    }

    @Override
    public ObjectNode sample(Instant now) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"event_type":"survey_response.created","event_id":"sample",
                 "event_data":{"id":"1","person":{"id":"7","email":"sam@example.com","name":"Sam"},"survey_type":"nps","score":9,
                  "comment":null,"created_at":%1$d,"updated_at":%1$d,"person_properties":{},"notes":[],"tags":[]}}
                """.formatted(now.getEpochSecond()));
    }
}
