package ews.sensors.naming;

import ews.domain.event.Event;
import ews.sensors.intake.Raw;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of one source. A name's own rule is before all, then the longest of those that it begins with. */
public final class NameRules {

    /** What the metric of logins counts. */
    public static final String LOGIN = "login";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MICRO_DECIMALS = 6;

    /** Where the properties of an event stand in the languages in which sources send. */
    private static final List<String> PLACES = List.of("properties", "data", "");

    /** As for outcomes that a source sends itself. */
    private static final BigDecimal MOST = new BigDecimal("1000000000000000");

    private final Map<String, NameRule> exact = new HashMap<>();
    private final List<NameRule> prefixes = new ArrayList<>();

    public NameRules(List<NameRule> rules) {
        for (NameRule it : rules) {
            if (it.isPrefix()) {
                prefixes.add(it);
            } else {
                exact.put(it.pattern(), it);
            }
        }
        prefixes.sort(
                Comparator.comparingInt((NameRule it) -> it.pattern().length()).reversed());
    }

    public Optional<NameRule> of(String name) {
        NameRule own = exact.get(name);
        return own != null
                ? Optional.of(own)
                : prefixes.stream().filter(it -> it.fits(name)).findFirst();
    }

    /**
     * What a usage event means by these rules.
     *
     * @param body as it was sent
     * @return {@code null} if nothing depends on it
     */
    public @Nullable Event meaning(Event.Usage usage, Raw body) {
        NameRule rule = of(usage.feature()).orElse(null);
        if (rule == null) {
            return usage;
        }
        return switch (rule.as()) {
            case FEATURE -> rule.feature() == null ? usage : called(usage, rule.feature());
            case LOGIN -> called(usage, LOGIN);
            case OUTCOME -> outcome(usage, rule, body);
            case IGNORED -> null;
        };
    }

    private static Event called(Event.Usage usage, String feature) {
        return new Event.Usage(usage.header(), usage.user(), feature, usage.micros());
    }

    /** One that does not say how far goes on to be use of a feature: it must not be lost. */
    private static Event outcome(Event.Usage usage, NameRule rule, Raw body) {
        BigDecimal value = rule.valueFrom() == null
                ? BigDecimal.valueOf(usage.micros(), MICRO_DECIMALS).stripTrailingZeros()
                : value(body, rule.valueFrom());
        String goal = rule.goal();
        if (value == null || goal == null) {
            return usage;
        }
        return new Event.Outcome(usage.header(), goal, value.scale() < 0 ? value.setScale(0) : value, null);
    }

    private static @Nullable BigDecimal value(Raw body, String property) {
        try {
            JsonNode event = JSON.readTree(body.bytes());
            for (String place : PLACES) {
                JsonNode value = (place.isEmpty() ? event : event.path(place)).path(property);
                if (value.isNumber() || value.isString()) {
                    return within(new BigDecimal(value.asString()));
                }
            }
        } catch (JacksonException | NumberFormatException _) {
            // It says nothing that could be understood.
        }
        return null;
    }

    private static @Nullable BigDecimal within(BigDecimal value) {
        // Sizes come before any arithmetic: 1e999999999 is short to write only.
        boolean huge = value.signum() != 0 && (long) value.precision() - value.scale() > 20;
        BigDecimal stripped = huge ? value : value.stripTrailingZeros();
        return huge || stripped.scale() > MICRO_DECIMALS || stripped.abs().compareTo(MOST) > 0 ? null : stripped;
    }
}
