package ews.domain.fact;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one account, while they are being read. */
final class Gathered {

    final LocalDate firstSeen;
    final Map<Integer, UsageBlock> blocks = new HashMap<>();
    final Map<Long, LocalDate> userFirstDays = new HashMap<>();
    final Map<String, LocalDate> featureFirstDays = new HashMap<>();
    final List<TicketChange> tickets = new ArrayList<>();
    final List<InvoiceChange> invoices = new ArrayList<>();
    final List<SubscriptionChange> subscriptions = new ArrayList<>();
    final List<FeedbackGiven> feedback = new ArrayList<>();
    final List<OutcomeProgress> outcomes = new ArrayList<>();
    final List<AttributeChange> attributes = new ArrayList<>();

    Gathered(LocalDate firstSeen) {
        this.firstSeen = firstSeen;
    }

    AccountFacts facts(AccountId account, FeatureNames names) {
        return new AccountFacts(
                account,
                firstSeen,
                UsageHistory.of(blocks, names),
                userFirstDays,
                featureFirstDays,
                tickets,
                invoices,
                subscriptions,
                feedback,
                outcomes,
                attributes);
    }
}
