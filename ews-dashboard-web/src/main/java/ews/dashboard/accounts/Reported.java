package ews.dashboard.accounts;

import ews.dashboard.accounts.Staleness.Stale;
import ews.detection.profile.ProfileVersion;
import ews.detection.scoring.AccountHealth;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Invoice;
import ews.domain.fact.Ticket;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What of an account's facts and score is shown, in which order. */
final class Reported {

    private Reported() {}

    /** The open ones first, the latest changed first. */
    static List<Ticket> tickets(AccountFacts known, LocalDate asOf, int most) {
        return known.tickets(asOf).stream()
                .sorted(Comparator.comparing((Ticket ticket) -> !ticket.isOpen())
                        .thenComparing(Ticket::changedAt, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    /** The overdue ones first, the latest issued first. */
    static List<InvoiceLine> invoices(AccountFacts known, LocalDate asOf, int most) {
        return known.invoices(asOf).stream()
                .sorted(Comparator.comparing((Invoice invoice) -> !invoice.isOverdue(asOf))
                        .thenComparing(Invoice::issued, Comparator.reverseOrder()))
                .limit(most)
                .map(invoice -> InvoiceLine.of(invoice, asOf))
                .toList();
    }

    /** @param versions of the profile, among them the one by which the score was computed */
    static ScoreView score(AccountHealth now, List<ProfileVersion> versions, LocalDate since, Stale stale) {
        return versions.stream()
                .filter(version -> version.version() == now.profileVersion())
                .findFirst()
                .map(version -> ScoreView.of(now, version.profile(), since, stale))
                .orElseThrow();
    }
}
