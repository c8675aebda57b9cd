package ews.domain.fact;

import ews.domain.account.AccountId;
import ews.domain.event.FeedbackKind;
import ews.domain.event.SubscriptionStatus;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one account over a stretch of days, from which everything that is said about it is computed. All lists
 * are {@linkplain Change#IN_TIME in time}. Every question takes the day as of which it is answered, and sees nothing
 * that happened later.
 *
 * @param firstSeen the day of the account's first event of any kind
 * @param userFirstDays for each user who came on one of the days whose usage was read, the first day
 * @param featureFirstDays for each feature ever used, by name, the first day ever
 */
public record AccountFacts(
        AccountId account,
        LocalDate firstSeen,
        UsageHistory usage,
        Map<Long, LocalDate> userFirstDays,
        Map<String, LocalDate> featureFirstDays,
        List<TicketChange> ticketChanges,
        List<InvoiceChange> invoiceChanges,
        List<SubscriptionChange> subscriptionChanges,
        List<FeedbackGiven> feedbackSaid,
        List<OutcomeProgress> outcomes,
        List<AttributeChange> attributeChanges,
        List<Touch> touches) {

    public Collection<Ticket> tickets(LocalDate asOf) {
        return Ticket.asOf(ticketChanges, asOf);
    }

    public Collection<Invoice> invoices(LocalDate asOf) {
        return Invoice.asOf(invoiceChanges, asOf);
    }

    public Optional<Subscription> subscription(LocalDate asOf) {
        return Subscription.asOf(subscriptionChanges, asOf);
    }

    public boolean isCancelled(LocalDate asOf) {
        return subscription(asOf)
                .map(it -> it.status() == SubscriptionStatus.CANCELLED)
                .orElse(false);
    }

    /** The attributes that have a value, by name. */
    public Map<String, String> attributes(LocalDate asOf) {
        var attributes = new LinkedHashMap<String, String>();
        for (AttributeChange change : Change.upTo(attributeChanges, asOf)) {
            if (change.value() == null) {
                attributes.remove(change.name());
            } else {
                attributes.put(change.name(), change.value());
            }
        }
        return attributes;
    }

    /** The last progress of each goal, in the order in which the goals were first reported. */
    public Collection<OutcomeProgress> goals(LocalDate asOf) {
        var goals = new LinkedHashMap<String, OutcomeProgress>();
        for (OutcomeProgress progress : Change.upTo(outcomes, asOf)) {
            goals.merge(
                    progress.goal(),
                    progress,
                    (before, now) -> now.target() != null
                            ? now
                            : new OutcomeProgress(
                                    now.at(), now.day(), now.key(), now.goal(), now.value(), before.target()));
        }
        return goals.values();
    }

    /** Each answer to a survey and each sentiment, as it was known then, oldest first. */
    public List<FeedbackGiven> feedback(LocalDate asOf) {
        return FeedbackGiven.asOf(feedbackSaid, asOf);
    }

    /**
     * Feedback given on these days, as it was known on the last of them, oldest first; of every kind where {@code kind} is
     * {@code null}.
     */
    public List<FeedbackGiven> feedback(@Nullable FeedbackKind kind, Days over) {
        return feedback(over.last()).stream()
                .filter(it -> over.contains(it.day()) && (kind == null || it.kind() == kind))
                .toList();
    }

    /** Users whose first usage ever fell on these days. */
    public int newUsers(Days over) {
        return (int) userFirstDays.values().stream().filter(over::contains).count();
    }
}
