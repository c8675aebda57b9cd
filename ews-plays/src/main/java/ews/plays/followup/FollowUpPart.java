package ews.plays.followup;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.configuration.ConfigurationPart;
import ews.plays.Fields;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** In the document with all configuration: when what is overdue is told of, and what becomes of tasks if the CSM changes. */
@Component
@Order(4)
class FollowUpPart implements ConfigurationPart {

    private static final String FOLLOW_UP = "followUp";
    private static final String REMIND_AFTER = "remindAfter";
    private static final String ESCALATE_AFTER = "escalateAfter";
    private static final String ALERT_AFTER = "alertAfter";
    private static final String OWNER_CHANGE = "ownerChange";
    private static final List<String> FIELDS = List.of(REMIND_AFTER, ESCALATE_AFTER, ALERT_AFTER, OWNER_CHANGE);

    private final EscalationPolicies escalation;
    private final FollowUpPolicies policies;

    FollowUpPart(EscalationPolicies escalation, FollowUpPolicies policies) {
        this.escalation = escalation;
        this.policies = policies;
    }

    private record Policy(EscalationPolicy escalation, OwnerChange ownerChange) {}

    @Override
    public String field() {
        return FOLLOW_UP;
    }

    private Policy current() {
        return new Policy(escalation.current(), policies.ownerChange());
    }

    @Override
    public ObjectNode now() {
        Policy now = current();
        return JsonNodeFactory.instance
                .objectNode()
                .put(REMIND_AFTER, now.escalation().remindAfter())
                .put(ESCALATE_AFTER, now.escalation().escalateAfter())
                .put(ALERT_AFTER, now.escalation().alertAfter())
                .put(OWNER_CHANGE, now.ownerChange().code());
    }

    @Override
    public Set<String> keys(JsonNode document) {
        return Set.of();
    }

    @Override
    public List<String> problems(JsonNode document) {
        var problems = new ArrayList<String>();
        read(document, problems);
        return problems;
    }

    private static Optional<Policy> read(JsonNode document, List<String> problems) {
        JsonNode node = document.path(FOLLOW_UP);
        return Fields.isLeftOut(node)
                ? Optional.empty()
                : Fields.of(node, FOLLOW_UP, problems, FIELDS).flatMap(FollowUpPart::read);
    }

    private static Optional<Policy> read(Fields fields) {
        Optional<Integer> remind = fields.whole(REMIND_AFTER, 1, EscalationPolicy.MOST_DAYS);
        Optional<Integer> escalate = fields.whole(ESCALATE_AFTER, 1, EscalationPolicy.MOST_DAYS);
        Optional<Integer> alert = fields.whole(ALERT_AFTER, 1, EscalationPolicy.MOST_DAYS);
        Optional<OwnerChange> ownerChange = fields.text(OWNER_CHANGE).flatMap(it -> ownerChange(it, fields));
        if (remind.isEmpty() || escalate.isEmpty() || alert.isEmpty() || ownerChange.isEmpty()) {
            return Optional.empty();
        }
        if (escalate.get() <= remind.get()) {
            fields.wrong(
                    ESCALATE_AFTER, "must be more than %s: the assignee is reminded first".formatted(REMIND_AFTER));
            return Optional.empty();
        }
        return Optional.of(
                new Policy(new EscalationPolicy(remind.get(), escalate.get(), alert.get()), ownerChange.get()));
    }

    private static Optional<OwnerChange> ownerChange(String code, Fields fields) {
        try {
            return Optional.of(OwnerChange.of(code));
        } catch (IllegalArgumentException _) {
            fields.wrong(OWNER_CHANGE, "must be one of none, all_but_manual, all");
            return Optional.empty();
        }
    }

    @Override
    public List<Change> changes(JsonNode document) {
        Policy now = current();
        List<String> details = read(document, new ArrayList<>())
                .map(wanted -> details(now, wanted))
                .orElse(List.of());
        return details.isEmpty()
                ? List.of()
                : List.of(new Change(Kind.CHANGED, Subject.FOLLOW_UP, FOLLOW_UP, "Follow-up", details));
    }

    private static List<String> details(Policy now, Policy wanted) {
        var details = new ArrayList<String>();
        days("The assignee is reminded", now, wanted, EscalationPolicy::remindAfter)
                .ifPresent(details::add);
        days("A manager is told", now, wanted, EscalationPolicy::escalateAfter).ifPresent(details::add);
        days("An alert counts as left lying", now, wanted, EscalationPolicy::alertAfter)
                .ifPresent(details::add);
        if (now.ownerChange() != wanted.ownerChange()) {
            details.add("What goes to the new CSM of an account: “%s”, it was “%s”"
                    .formatted(wanted.ownerChange().label(), now.ownerChange().label()));
        }
        return details;
    }

    private static Optional<String> days(
            String what, Policy now, Policy wanted, ToIntFunction<EscalationPolicy> number) {
        int before = number.applyAsInt(now.escalation());
        int after = number.applyAsInt(wanted.escalation());
        return before == after
                ? Optional.empty()
                : Optional.of("%s after %d working %s, it was %d"
                        .formatted(what, after, after == 1 ? "day" : "days", before));
    }

    @Override
    public void apply(JsonNode document, String reason, Actor actor) {
        read(document, new ArrayList<>()).ifPresent(wanted -> {
            escalation.change(wanted.escalation(), actor);
            policies.change(wanted.ownerChange(), actor);
        });
    }
}
