package ews.sensors.survey;

import ews.domain.event.FeedbackKind;
import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.BodySigning;
import ews.sensors.vendor.Hmac;
import ews.sensors.vendor.Payload;
import ews.sensors.vendor.Signing;
import ews.sensors.vendor.Telling;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorDialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The forms that somebody sent off. What they answered to a question for NPS and to one for CSAT is feedback. */
@Component
class TypeformDialect implements VendorDialect {

    @Override
    public Dialect dialect() {
        return Dialect.TYPEFORM;
    }

    @Override
    public Vendor vendor() {
        return Vendor.TYPEFORM;
    }

    @Override
    public Signing signing() {
        return new BodySigning(
                "Typeform-Signature",
                (secret, body) -> "sha256=" + Hmac.sha256(secret, body).base64());
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        return new Payload(body).text("/event_id");
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        var said = new Payload(body);
        String type = said.required("type", "/event_type");
        if (!type.equals("form_response")) {
            return new Telling.Nothing(type);
        }
        var answers = TypeformAnswers.of(body.path("form_response"));
        String email = email(said, answers);
        List<ObjectNode> events = events(said, answers, email, id);
        if (events.isEmpty()) {
            return new Telling.Nothing("form_response without a score");
        }
        return new Telling.Something(
                Payload.first(email, said.id("user", "/form_response/hidden/user", "/form_response/hidden/user_id")),
                Accounts.in(said, "/form_response/hidden/"),
                events);
    }

    private static @Nullable String email(Payload said, TypeformAnswers answers) {
        String typed = answers.email();
        return Payload.first(
                said.email("/form_response/hidden/email"), typed == null ? null : typed.toLowerCase(Locale.ROOT));
    }

    /** One for each question; the comment belongs to the first. */
    private static List<ObjectNode> events(Payload said, TypeformAnswers answers, @Nullable String email, String id)
            throws Invalid {
        var events = new ArrayList<ObjectNode>();
        for (FeedbackKind kind : List.of(FeedbackKind.NPS, FeedbackKind.CSAT)) {
            JsonNode score = answers.score(kind).orElse(null);
            if (score != null) {
                var answer = new AnswerSaid(
                        said.required("response", "/form_response/token"),
                        said.time("/form_response/submitted_at"),
                        kind,
                        score,
                        events.isEmpty() ? answers.comment() : null,
                        email);
                events.add(answer.event(id + "#" + kind.code()));
            }
        }
        return events;
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        var said = new Payload(body);
        return Payload.first(
                said.text("/form_response/hidden/company", "/form_response/hidden/name"),
                email(said, TypeformAnswers.of(body.path("form_response"))));
    }

    @Override
    public ObjectNode sample(Instant now) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"event_id":"sample","event_type":"form_response",
                 "form_response":{"form_id":"sample","token":"sample","landed_at":"%1$s","submitted_at":"%1$s",
                  "hidden":{"email":"sam@example.com"},
                  "definition":{"id":"sample","title":"A sample","fields":[
                   {"id":"f1","ref":"nps","type":"opinion_scale","title":"Would you recommend us?","properties":{}}]},
                  "answers":[{"type":"number","number":9,"field":{"id":"f1","ref":"nps","type":"opinion_scale"}}]}}
                """.formatted(now));
    }
}
