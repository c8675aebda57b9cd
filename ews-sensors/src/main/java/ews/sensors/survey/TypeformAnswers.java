package ews.sensors.survey;

import ews.domain.event.FeedbackKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The answers of a form. Typeform does not send the scale of a question, so its reference may say what it asks, such as
 * {@code nps}; else a scale asks for NPS, and a rating in stars for CSAT.
 */
record TypeformAnswers(List<JsonNode> all) {

    private static final List<FeedbackKind> KINDS = List.of(FeedbackKind.NPS, FeedbackKind.CSAT);

    static TypeformAnswers of(JsonNode response) {
        return new TypeformAnswers(response.path("answers").valueStream().toList());
    }

    /** The number that answers a question of that kind: one that says so in its reference, or else the first that may. */
    Optional<JsonNode> score(FeedbackKind kind) {
        return first(it -> kind == saidBy(it))
                .or(() -> first(it -> saidBy(it) == null && kind == suggestedBy(it)))
                .map(it -> it.path("number"));
    }

    private Optional<JsonNode> first(Predicate<JsonNode> which) {
        return all.stream()
                .filter(it -> it.path("number").isNumber())
                .filter(which)
                .findFirst();
    }

    private static @Nullable FeedbackKind saidBy(JsonNode answer) {
        String reference = answer.at("/field/ref").asString("").toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(it -> reference.contains(it.code()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FeedbackKind suggestedBy(JsonNode answer) {
        return switch (answer.at("/field/type").asString("")) {
            case "nps", "opinion_scale" -> FeedbackKind.NPS;
            case "rating" -> FeedbackKind.CSAT;
            default -> null;
        };
    }

    /** What was written where there is room for more than a name. */
    @Nullable
    String comment() {
        return text("text", it -> it.at("/field/type").asString("").equals("long_text"));
    }

    @Nullable
    String email() {
        return text("email", _ -> true);
    }

    private @Nullable String text(String type, Predicate<JsonNode> which) {
        return all.stream()
                .filter(which)
                .map(it -> it.path(type).asString("").strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
