package ews.plays.review;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews that members do: each member has one of their own for a list and a week, and goes on with it as long as the
 * week lasts. Reading is in {@link ReviewLists}.
 */
@Repository
public class Reviews {

    /** More than this nobody looks at in a week. */
    public static final int MOST_ACCOUNTS = 500;

    private final JdbcClient jdbc;
    private final ReviewLists lists;
    private final AuditLog audit;
    private final OrganisationDays days;

    Reviews(JdbcClient jdbc, ReviewLists lists, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.audit = audit;
        this.days = days;
    }

    /**
     * Starts the review of this week, or goes on with it.
     *
     * @throws IllegalArgumentException if there is nothing to review
     */
    @Transactional
    public ReviewId begin(NewReview review, Actor actor) {
        if (review.accounts().isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no account on “%s”, so there is nothing to review.".formatted(review.listName()));
        }
        record Begun(ReviewId id, boolean anew) {}
        Begun begun = jdbc.sql("""
                        insert into review (member_id, list, list_name, whose, week_on, started_at)
                        values (:member, :list, :name, :whose, :week, :now)
                        on conflict (member_id, list, whose, week_on) do update set list_name = excluded.list_name
                        returning id, xmax = 0 as anew
                        """)
                .param("member", review.member().value())
                .param("list", review.list())
                .param("name", review.listName())
                .param("whose", review.whose())
                .param("week", Review.weekOf(days.today()))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Begun(new ReviewId(row.getLong("id")), row.getBoolean("anew")))
                .single();
        include(begun.id, review.accounts());
        jdbc.sql("""
                        update review set finished_at = null
                        where id = :id and exists (select from review_account where review_id = :id and mark is null)
                        """).param("id", begun.id.value()).update();
        if (begun.anew) {
            audit.record(
                    actor,
                    "review.started",
                    "review of " + review.listName(),
                    Map.of("accounts", review.accounts().size()));
        }
        return begun.id;
    }

    /**
     * Brings a review up to what is on its list now: who came to it is added behind the others, and who left it before
     * anybody looked drops out. Marks stay.
     */
    @Transactional
    public void include(ReviewId id, List<AccountId> accounts) {
        Long[] now =
                accounts.stream().limit(MOST_ACCOUNTS).map(AccountId::value).toArray(Long[]::new);
        jdbc.sql("delete from review_account where review_id = :id and mark is null and account_id <> all (:now)")
                .param("id", id.value())
                .param("now", now)
                .update();
        jdbc.sql("""
                        insert into review_account (account_id, review_id, place, added_at)
                        select a.id, :id, last.place + it.place, :at
                        from unnest(:now) with ordinality as it (account_id, place)
                          join account a on a.id = it.account_id,
                          (select coalesce(max(place), 0) as place from review_account where review_id = :id) last
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("now", now)
                .param("at", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Says something about an account; what was said before in the same review is replaced.
     *
     * @param note what there is to say; a flag needs it, so that the manager knows what it is about
     * @throws IllegalArgumentException if a flag has no note, or the note is too long
     * @throws TransitionRefused if the week of the review is over
     * @throws NoSuchElementException if the account is not in the review
     */
    @Transactional
    public void mark(ReviewId id, AccountId account, Mark mark, @Nullable String note) {
        String written = mark == Mark.FLAGGED
                ? Written.required("note that says what the flag is about", note, Written.TEXT)
                : Written.optional("note", note, Written.TEXT);
        refuseIfOver(id);
        int marked = jdbc.sql("""
                        update review_account set mark = :mark, note = :note, marked_at = :now,
                               band = (select band from account_health where account_id = :account),
                               score = (select score from account_health where account_id = :account),
                               settled_at = null, settled_by = null, answer = null
                        where review_id = :id and account_id = :account
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("mark", mark.code())
                .param("note", written)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        if (marked == 0) {
            throw new NoSuchElementException("Account %s is not in review %s".formatted(account, id));
        }
    }

    /**
     * Ends a review, whatever is left of it. Starting it again in the same week goes on with what is left then.
     *
     * @throws TransitionRefused if the week of the review is over
     */
    @Transactional
    public void finish(ReviewId id, Actor actor) {
        refuseIfOver(id);
        int finished = jdbc.sql("update review set finished_at = :now where id = :id and finished_at is null")
                .param("id", id.value())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        if (finished == 1) {
            Review review = lists.withId(id).orElseThrow();
            audit.record(
                    actor,
                    "review.finished",
                    "review of " + review.listName(),
                    Map.of("reviewed", review.reviewed(), "flagged", review.flagged(), "left", review.left()));
        }
    }

    private void refuseIfOver(ReviewId id) {
        Review review = lists.withId(id).orElseThrow(() -> new NoSuchElementException("There is no review " + id));
        if (!review.isOfWeek(days.today())) {
            throw new TransitionRefused(
                    "The week of this review, from %s, is over: please start the review of this week."
                            .formatted(review.week()));
        }
    }
}
