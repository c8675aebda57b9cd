package ews.dashboard.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the drawer shows of an account. */
record Preview(
        AccountHead head,
        ScoreView score,
        boolean changes,
        AccountPage.@Nullable Suggestion suggestion,
        List<Happenings.Happening> happenings) {}
