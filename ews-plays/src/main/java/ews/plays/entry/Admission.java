package ews.plays.entry;

import ews.domain.account.AccountId;
import ews.domain.account.SegmentKeys;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.segment.Condition;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Entry;
import ews.plays.play.Entry.Repeat;
import ews.plays.play.Play;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether an account may come into a play by itself. */
@Repository
public class Admission {

    private final JdbcClient jdbc;
    private final Facts facts;
    private final SegmentKeys segments;
    private final OrganisationDays days;

    Admission(JdbcClient jdbc, Facts facts, SegmentKeys segments, OrganisationDays days) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.segments = segments;
        this.days = days;
    }

    /** Why it may not, as it goes on after "Not started: "; empty if it may. */
    public Optional<String> refusal(AccountId account, Play play) {
        if (!play.enabled()) {
            return Optional.of("the play is switched off");
        }
        Entry entry = play.definition().entry();
        return segment(account, entry.segments())
                .or(() -> condition(account, entry.conditions()))
                .or(() -> repeat(account, play, entry.repeat()));
    }

    private Optional<String> segment(AccountId account, List<String> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> segment = segments.of(account);
        return segment.filter(wanted::contains).isPresent()
                ? Optional.empty()
                : Optional.of(segment.map("the account is in the segment \"%s\""::formatted)
                        .orElse("the account is in no segment yet"));
    }

    private Optional<String> condition(AccountId account, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = days.today();
        int usage = conditions.stream().mapToInt(Condition::usageDays).max().orElse(0);
        var known = facts.of(account, Days.endingWith(today, Math.max(1, usage)));
        return conditions.stream()
                .filter(it -> !it.holds(known, today))
                .findFirst()
                .map(it -> "it is not so that %s".formatted(it.text()));
    }

    /** A run that was given up does not count, and one that a person started does. */
    private Optional<String> repeat(AccountId account, Play play, Repeat repeat) {
        if (repeat.equals(Repeat.ALWAYS)) {
            return Optional.empty();
        }
        List<LocalDate> entered = jdbc.sql("""
                        select r.started_at entered_at from run r join play p on p.id = r.play_id
                        where r.account_id = :account and p.key = :play and r.status <> 'cancelled'
                        union all
                        select h.held_out_at from held_out h join play p on p.id = h.play_id
                        where h.account_id = :account and p.key = :play
                        order by entered_at desc
                        """)
                .param("account", account.value())
                .param("play", play.key())
                .query((row, _) -> days.dayOf(
                        row.getObject("entered_at", OffsetDateTime.class).toInstant()))
                .list();
        if (repeat.times() != null) {
            return entered.size() < repeat.times()
                    ? Optional.empty()
                    : Optional.of("the account has been in it %s already"
                            .formatted(entered.size() == 1 ? "once" : entered.size() + " times"));
        }
        return entered.stream()
                .findFirst()
                .filter(it -> repeat.days() != null && days.today().isBefore(it.plusDays(repeat.days())))
                .map(it -> "the account came into it on %s".formatted(it));
    }
}
