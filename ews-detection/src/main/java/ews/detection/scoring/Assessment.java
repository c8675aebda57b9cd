package ews.detection.scoring;

import ews.detection.profile.ProfileVersion;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.score.HealthScore;
import ews.domain.segment.Segment;

/** An account's score as of a day, and what it was measured by. */
record Assessment(AccountFacts facts, Segment segment, ProfileVersion profile, HealthScore score) {

    AccountId account() {
        return facts.account();
    }
}
