package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.Days;
import ews.domain.fact.Subscription;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date in the life of an account is near.
 *
 * @param days how many days before it; for {@link Date#ONBOARDING} how many days after the start
 * @param attribute the attribute that holds the date as YYYY-MM-DD; {@code null} unless it is an attribute
 */
public record Milestone(Date date, int days, @Nullable String attribute) implements RuleKind {

    /** Which date. */
    public enum Date {
        TRIAL_END("The trial ends", "end of the trial"),
        ANNIVERSARY("Anniversary of the contract", "anniversary of the contract"),
        ONBOARDING("Day of the onboarding", "start"),
        ATTRIBUTE("A date in an attribute", "date");

        private final String label;
        private final String words;

        Date(String label, String words) {
            this.label = label;
            this.words = words;
        }

        public String label() {
            return label;
        }
    }

    /** For so long a day of the onboarding is news. */
    private static final int NEWS = 7;

    public Milestone {
        Words.check("Days", days, 0, 365);
        attribute = date == Date.ATTRIBUTE ? attribute : null;
        if (date == Date.ATTRIBUTE && (attribute == null || attribute.isBlank())) {
            throw new IllegalArgumentException("Name the attribute that holds the date");
        }
    }

    @Override
    public Verdict judge(Occasion occasion) {
        LocalDate asOf = occasion.asOf();
        Optional<Subscription> subscription = occasion.facts().subscription(asOf);
        return switch (date) {
            case TRIAL_END ->
                subscription
                        .filter(it -> it.status() == SubscriptionStatus.TRIAL)
                        .flatMap(it -> Optional.ofNullable(it.renewal()))
                        .map(end -> before(end, asOf))
                        .orElseGet(() -> new Quiet("There is no trial with a known end."));
            case ANNIVERSARY ->
                subscription
                        .filter(it -> it.status() == SubscriptionStatus.ACTIVE)
                        .map(it -> before(nextAnniversary(it.started(), asOf), asOf))
                        .orElseGet(() -> new Quiet("There is no paid subscription."));
            case ONBOARDING ->
                onboarding(
                        subscription
                                .map(Subscription::started)
                                .orElse(occasion.facts().firstSeen()),
                        asOf);
            case ATTRIBUTE -> attribute(occasion, asOf);
        };
    }

    private Verdict attribute(Occasion occasion, LocalDate asOf) {
        String value = occasion.facts().attributes(asOf).get(attribute);
        if (value == null) {
            return new Quiet("The attribute %s has no value.".formatted(attribute));
        }
        try {
            return before(LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value), asOf);
        } catch (DateTimeParseException e) {
            return new Undecided(
                    "The attribute %s is no date: \"%s\". Send it as YYYY-MM-DD.".formatted(attribute, value));
        }
    }

    private Verdict before(LocalDate day, LocalDate asOf) {
        long left = ChronoUnit.DAYS.between(asOf, day);
        if (left < 0 || left > days) {
            return new Quiet("The %s is on %s.".formatted(named(), Words.day(day)));
        }
        String title = left == 0
                ? "Today is the " + named()
                : "%s in %s, on %s".formatted(Frequency.capital(named()), Words.days(left), Words.day(day));
        return raised(title, new Days(asOf, day), day, left);
    }

    private Verdict onboarding(LocalDate start, LocalDate asOf) {
        long age = ChronoUnit.DAYS.between(start, asOf);
        return age < days || age >= days + NEWS
                ? new Quiet("Today is day %d since the start on %s.".formatted(age, Words.day(start)))
                : raised("Day %d since the start".formatted(age), new Days(start, asOf), start, age);
    }

    private Verdict raised(String title, Days window, LocalDate day, long distance) {
        return new Raised(new Evidence(
                title,
                window,
                List.of(new Figure(
                        date == Date.ONBOARDING ? "Days since the start" : "Days left", Long.toString(distance))),
                List.of(new Line(day, Frequency.capital(named()))),
                null));
    }

    private static LocalDate nextAnniversary(LocalDate start, LocalDate asOf) {
        LocalDate next = start.plusYears(Math.max(1, ChronoUnit.YEARS.between(start, asOf)));
        return next.isBefore(asOf) ? start.plusYears(ChronoUnit.YEARS.between(start, asOf) + 1) : next;
    }

    private String named() {
        return attribute == null ? date.words : attribute;
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        return Set.of(date == Date.ATTRIBUTE ? EventType.ACCOUNT : EventType.SUBSCRIPTION);
    }

    @Override
    public String text() {
        return date == Date.ONBOARDING
                ? "it is day %d since the start".formatted(days)
                : "the %s is %s away or less".formatted(named(), Words.days(days));
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
