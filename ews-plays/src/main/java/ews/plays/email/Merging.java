package ews.plays.email;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.fact.Facts;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.email.MergeContext.RunWords;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills in templates with what is known. */
@Component
public class Merging {

    private final Accounts accounts;
    private final Members members;
    private final JdbcClient jdbc;
    private final Facts facts;
    private final OrganisationDays days;

    Merging(Accounts accounts, Members members, JdbcClient jdbc, Facts facts, OrganisationDays days) {
        this.accounts = accounts;
        this.members = members;
        this.jdbc = jdbc;
        this.facts = facts;
        this.days = days;
    }

    /**
     * Fills in a template for contacts of an account.
     *
     * @param to whom it will go to; with nobody, the fields of contacts have no value
     * @param run in which it will be sent; {@code null} if in none
     * @param sender in whose name it will be sent; {@code null} if that is not known
     * @throws NoSuchElementException if there is no such account
     */
    public Merged merge(
            Template template, AccountId account, List<Contact> to, @Nullable RunId run, @Nullable Member sender) {
        MergeContext context = context(account, to, run, sender);
        Function<String, Optional<String>> values = key -> MergeFields.value(key, context);
        String text = MergeText.merge(template.body(), values);
        String literal =
                MergeText.merge(template.body(), key -> values.apply(key).map(EmailHtml::literally));
        return new Merged(MergeText.merge(template.subject(), values), text, EmailHtml.of(literal));
    }

    private MergeContext context(AccountId id, List<Contact> to, @Nullable RunId run, @Nullable Member sender) {
        Account account =
                accounts.withId(id).orElseThrow(() -> new NoSuchElementException("There is no account " + id));
        Member csm =
                account.csm() == null ? null : members.withId(account.csm()).orElse(null);
        RunWords words = run == null ? null : words(id, run);
        return new MergeContext(account, to, csm, sender, words, days.today(), facts);
    }

    private @Nullable RunWords words(AccountId account, RunId run) {
        return jdbc.sql("select play_name, reason, alert_id from run where account_id = :account and id = :run")
                .param("account", account.value())
                .param("run", run.value())
                .query((row, _) -> new RunWords(
                        row.getString("play_name"),
                        row.getString("reason"),
                        row.getObject("alert_id") == null ? null : row.getString("reason")))
                .optional()
                .orElse(null);
    }
}
