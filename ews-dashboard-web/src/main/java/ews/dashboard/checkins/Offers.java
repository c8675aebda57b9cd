package ews.dashboard.checkins;

import ews.dashboard.accounts.Standing;
import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.detection.rule.Nature;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.OutcomeProgress;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be offered to a customer next, as the facts suggest. */
@Component
class Offers {

    private static final Measurement SEATS_IN_USE = new Measurement("seat_utilization", 28);
    /** From here on, in percent, seats are worth talking about before they run out. */
    private static final double NEAR_THE_LIMIT = 85;

    private static final int RENEWAL_DAYS = 90;
    private static final int MOST_FEATURES = 3;

    private final Unused unused;
    private final OrganisationDays days;

    Offers(Unused unused, OrganisationDays days) {
        this.unused = unused;
        this.days = days;
    }

    List<Offer> of(AccountId account, Standing standing) {
        LocalDate today = days.today();
        AccountFacts facts = standing.facts();
        var offers = new ArrayList<Offer>();
        standing.alerts().stream()
                .filter(alert -> alert.nature() == Nature.OPPORTUNITY)
                .forEach(alert -> offers.add(
                        new Offer("bolt", alert.title(), "An opportunity that a rule found", "/alerts/" + alert.id())));
        seats(facts, today).ifPresent(offers::add);
        renewal(facts, today).ifPresent(offers::add);
        goals(facts, today).forEach(offers::add);
        unused.by(account, MOST_FEATURES).forEach(feature -> offers.add(neverUsed(feature)));
        resting(facts, today).forEach(offers::add);
        return List.copyOf(offers);
    }

    private static Optional<Offer> seats(AccountFacts facts, LocalDate today) {
        OptionalDouble inUse = SEATS_IN_USE.measure(facts, today);
        if (inUse.isEmpty() || inUse.getAsDouble() < NEAR_THE_LIMIT) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                "users",
                "Offer more seats",
                "Active users of the last 28 days fill %s of the seats."
                        .formatted(Unit.PERCENT.say(inUse.getAsDouble()))));
    }

    private static Optional<Offer> renewal(AccountFacts facts, LocalDate today) {
        return facts.subscription(today)
                .map(contract -> contract.renewal())
                .filter(day -> !day.isBefore(today) && ChronoUnit.DAYS.between(today, day) <= RENEWAL_DAYS)
                .map(day -> new Offer(
                        "calendar",
                        "Talk about the renewal",
                        "The subscription renews on %s, in %s."
                                .formatted(
                                        When.day(day),
                                        Figures.count(ChronoUnit.DAYS.between(today, day), "day", "days"))));
    }

    private static Stream<Offer> goals(AccountFacts facts, LocalDate today) {
        return facts.goals(today).stream()
                .filter(Offers::isReached)
                .map(goal -> new Offer(
                        "flag",
                        "Ask what comes after “%s”".formatted(goal.goal()),
                        "It is reached: %s of %s. A good time to ask for the next goal, or for a reference."
                                .formatted(Unit.number(goal.value()), Unit.number(target(goal)))));
    }

    private static boolean isReached(OutcomeProgress goal) {
        return goal.target() != null && goal.target() > 0 && goal.value() >= goal.target();
    }

    private static double target(OutcomeProgress goal) {
        return goal.target() == null ? 0 : goal.target();
    }

    private static Offer neverUsed(Unused.Feature feature) {
        return new Offer(
                "target",
                "Show them “%s”".formatted(feature.name()),
                "They have never used it; %s of the %s in their segment that were compared have."
                        .formatted(
                                Figures.whole(feature.users()),
                                Figures.count(feature.peers(), "other account", "other accounts")));
    }

    /** Features that were used once, and not any more in all days that were read. */
    private static Stream<Offer> resting(AccountFacts facts, LocalDate today) {
        List<String> used = facts.usage().features(Days.endingWith(today, Standing.USAGE_DAYS));
        return facts.featureFirstDays().keySet().stream()
                .filter(feature -> !used.contains(feature))
                .sorted()
                .limit(MOST_FEATURES)
                .map(feature -> new Offer(
                        "target",
                        "Bring back “%s”".formatted(feature),
                        "They used it before, and not in the last %d days.".formatted(Standing.USAGE_DAYS)));
    }
}
