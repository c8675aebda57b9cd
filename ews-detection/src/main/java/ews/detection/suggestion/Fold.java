package ews.detection.suggestion;

import ews.domain.account.AccountId;
import java.util.SplittableRandom;

/** Cross-validation goes by account, since the looks at one account resemble each other. */
final class Fold {

    static final int FOLDS = 5;

    private Fold() {}

    /** Drawn from the id, so that it is the same each time. */
    static int of(AccountId account) {
        return new SplittableRandom(account.value()).nextInt(FOLDS);
    }
}
