package ews.plays.email;

import ews.domain.account.Account;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.member.Member;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What merge fields are taken from. Facts are read when a field asks for them, and once. */
final class MergeContext {

    /** As far back as metrics over 28 days look. */
    private static final int USAGE_DAYS = 28;

    /**
     * What can be said of a run.
     *
     * @param alert the title of the alert that started it; {@code null} if a person did without one
     */
    record RunWords(String play, String reason, @Nullable String alert) {}

    final Account account;
    final List<Contact> to;
    final @Nullable Member csm;
    final @Nullable Member sender;
    final @Nullable RunWords run;
    final LocalDate today;
    private final Facts facts;
    private @Nullable AccountFacts read;

    MergeContext(
            Account account,
            List<Contact> to,
            @Nullable Member csm,
            @Nullable Member sender,
            @Nullable RunWords run,
            LocalDate today,
            Facts facts) {
        this.account = account;
        this.to = to;
        this.csm = csm;
        this.sender = sender;
        this.run = run;
        this.today = today;
        this.facts = facts;
    }

    /** The only contact; {@code null} where there are none or several, of whom nothing can be said in one word. */
    @Nullable
    Contact contact() {
        return to.size() == 1 ? to.getFirst() : null;
    }

    AccountFacts facts() {
        if (read == null) {
            read = facts.of(account.id(), Days.endingWith(today, USAGE_DAYS));
        }
        return read;
    }
}
