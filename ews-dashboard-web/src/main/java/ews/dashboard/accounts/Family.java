package ews.dashboard.accounts;

import ews.dashboard.view.HealthBadge;
import ews.domain.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is a part of, and what its parts are.
 *
 * @param parts at most {@value #MOST} of {@code count}, by name; archived ones are left out
 */
record Family(@Nullable Account parent, List<Part> parts, int count) {

    static final int MOST = 10;

    record Part(long id, String name, HealthBadge health) {}

    public boolean isAlone() {
        return parent == null && count == 0;
    }
}
