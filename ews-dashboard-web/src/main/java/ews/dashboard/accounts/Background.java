package ews.dashboard.accounts;

import ews.dashboard.accounts.Staleness.Stale;
import ews.detection.profile.Profiles;
import ews.detection.scoring.AccountHealth;
import ews.detection.scoring.Health;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.fact.Ticket;
import ews.domain.time.OrganisationDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an account stood at a moment, and what had come before.
 *
 * @param day of the moment; score, tickets and invoices are those of its end
 * @param score {@code null} if there was none yet
 * @param happenings before the moment, newest first
 */
public record Background(
        LocalDate day,
        @Nullable ScoreView score,
        List<Happenings.Happening> happenings,
        List<Ticket> tickets,
        List<InvoiceLine> invoices) {

    private static final int HAPPENINGS = 12;
    private static final int MOST_OF_A_KIND = 8;

    /** Puts it together. */
    @Component
    public static class Reading {

        private final Facts facts;
        private final Health health;
        private final Profiles profiles;
        private final Happenings happenings;
        private final OrganisationDays days;

        Reading(Facts facts, Health health, Profiles profiles, Happenings happenings, OrganisationDays days) {
            this.facts = facts;
            this.health = health;
            this.profiles = profiles;
            this.happenings = happenings;
            this.days = days;
        }

        public Background of(AccountId account, Instant at) {
            LocalDate day = days.dayOf(at);
            AccountFacts known = facts.of(account, new Days(day, day));
            return new Background(
                    day,
                    health.of(account, day).map(this::score).orElse(null),
                    happenings.of(account, at, HAPPENINGS),
                    Reported.tickets(known, day, MOST_OF_A_KIND),
                    Reported.invoices(known, day, MOST_OF_A_KIND));
        }

        private ScoreView score(AccountHealth then) {
            LocalDate day = then.score().asOf();
            return Reported.score(then, profiles.versions(then.segment().id()), day.minusDays(1), Stale.NOTHING);
        }
    }
}
