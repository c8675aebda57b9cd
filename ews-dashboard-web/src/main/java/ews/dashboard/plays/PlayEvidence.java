package ews.dashboard.plays;

import ews.dashboard.view.Figures;
import ews.domain.account.AccountId;
import ews.plays.effect.SimilarAccounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What speaks for a play where it is suggested. */
@Component
public class PlayEvidence {

    private final SimilarAccounts similar;

    PlayEvidence(SimilarAccounts similar) {
        this.similar = similar;
    }

    /** {@code Worked in 11 of 17 similar accounts}; empty if the play has not been tried on any. */
    public Optional<String> of(String play, AccountId account) {
        return similar.worked(play, account)
                .map(it -> "Worked in %s of %s"
                        .formatted(
                                Figures.whole(it.part()),
                                Figures.count(it.whole(), "similar account", "similar accounts")));
    }
}
