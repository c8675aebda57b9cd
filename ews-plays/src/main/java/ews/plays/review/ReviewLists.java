package ews.plays.review;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the reviews. */
@Repository
public class ReviewLists {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    ReviewLists(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    public Optional<Review> withId(ReviewId id) {
        return jdbc.sql(ReviewRow.REVIEWS + "where r.id = :id")
                .param("id", id.value())
                .query(ReviewRow::review)
                .optional();
    }

    /**
     * The reviews of the latest weeks first.
     *
     * @param member whose; {@code null} for everybody's
     * @param page from 1
     */
    public List<Review> page(@Nullable MemberId member, int page, int size) {
        return jdbc.sql(ReviewRow.REVIEWS + """
                        where (:member::bigint is null or r.member_id = :member)
                        order by r.week_on desc, r.id desc limit :size offset :offset
                        """)
                .param("member", member == null ? null : member.value())
                .param("size", size)
                .param("offset", (long) (page - 1) * size)
                .query(ReviewRow::review)
                .list();
    }

    /** How many there are on all pages. */
    public long count(@Nullable MemberId member) {
        return jdbc.sql("select count(*) from review where :member::bigint is null or member_id = :member")
                .param("member", member == null ? null : member.value())
                .query(Long.class)
                .single();
    }

    /** The reviews of a member of this week. */
    public List<Review> ofThisWeek(MemberId member) {
        return jdbc.sql(ReviewRow.REVIEWS + "where r.member_id = :member and r.week_on = :week order by r.id")
                .param("member", member.value())
                .param("week", Review.weekOf(days.today()))
                .query(ReviewRow::review)
                .list();
    }

    /** The one that the same member did before over the same list. */
    public Optional<Review> before(Review review) {
        return jdbc.sql(ReviewRow.REVIEWS + """
                        where r.member_id = :member and r.list = :list and r.whose = :whose and r.week_on < :week
                        order by r.week_on desc limit 1
                        """)
                .param("member", review.member().value())
                .param("list", review.list())
                .param("whose", review.whose())
                .param("week", review.week())
                .query(ReviewRow::review)
                .optional();
    }

    /** What is looked at in a review, in its order. */
    public List<ReviewedAccount> accounts(ReviewId id) {
        return jdbc.sql("""
                        select it.*, a.key, a.name from review_account it join account a on a.id = it.account_id
                        where it.review_id = :id order by it.place, it.account_id
                        """).param("id", id.value()).query(ReviewRow::account).list();
    }

    /** What the member of a review last said about an account in another one; empty if nothing. */
    public Optional<Look> lastLook(Review current, AccountId account) {
        return jdbc.sql("""
                        select it.*, r.list_name from review_account it join review r on r.id = it.review_id
                        where it.account_id = :account and r.member_id = :member and r.id <> :current
                          and it.mark is not null
                        order by it.marked_at desc limit 1
                        """)
                .param("account", account.value())
                .param("member", current.member().value())
                .param("current", current.id().value())
                .query(ReviewRow::look)
                .optional();
    }
}
