package ews.dashboard.accounts;

import ews.detection.alert.Alert;
import ews.detection.alert.AlertLists;
import ews.detection.profile.Profiles;
import ews.detection.scoring.AccountHealth;
import ews.detection.scoring.Health;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How an account stands today, for whoever talks to its people next.
 *
 * @param facts with the usage of {@value #USAGE_DAYS} days
 * @param alerts that are not ended, the latest first
 */
public record Standing(AccountHealth health, ScoreView score, AccountFacts facts, List<Alert> alerts) {

    public static final int USAGE_DAYS = 90;

    /** Puts it together. */
    @Component
    public static class Reading {

        private final Facts facts;
        private final Health health;
        private final Profiles profiles;
        private final Staleness staleness;
        private final AlertLists alerts;
        private final OrganisationDays days;

        Reading(
                Facts facts,
                Health health,
                Profiles profiles,
                Staleness staleness,
                AlertLists alerts,
                OrganisationDays days) {
            this.facts = facts;
            this.health = health;
            this.profiles = profiles;
            this.staleness = staleness;
            this.alerts = alerts;
            this.days = days;
        }

        /** @param since the day to compare the score with */
        public Standing of(AccountId account, LocalDate since) {
            AccountHealth now = health.of(account, days.today(), since).orElseThrow();
            return new Standing(
                    now,
                    Reported.score(now, profiles.versions(now.segment().id()), since, staleness.of(account)),
                    facts.of(account, Days.endingWith(days.today(), USAGE_DAYS)),
                    alerts.ofAccount(account).stream()
                            .filter(alert -> !alert.status().isEnded())
                            .toList());
        }
    }
}
