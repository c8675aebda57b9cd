package ews.dashboard;

import ews.dashboard.security.Viewer;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.review.ReviewId;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Puts accounts, scores and alerts into the database, as the other modules would. */
@TestComponent
public class Given {

    private final JdbcClient jdbc;
    private final Members members;
    private final OrganisationDays days;

    Given(JdbcClient jdbc, Members members, OrganisationDays days) {
        this.jdbc = jdbc;
        this.members = members;
        this.days = days;
    }

    public void nothing() {
        TestDatabase.clear();
    }

    public LocalDate today() {
        return days.today();
    }

    public Member member(String name, Role role) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return members.ensure(email, name, role, false);
    }

    public static RequestPostProcessor signedIn(Member member) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new Viewer(member),
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + member.role().name())));
    }

    public AnAccount anAccount(String name) {
        return new AnAccount(name);
    }

    /** An account under construction: a paying customer in the last segment, of nobody, without a score. */
    public final class AnAccount {

        private final String name;
        private @Nullable Member csm;
        private @Nullable String stage;
        private @Nullable String plan;
        private @Nullable LocalDate renewal;
        private boolean onTrial;
        private @Nullable LocalDate cancelled;
        private boolean sample;
        private int value = 10_000;
        private String currency = "USD";
        private Band band = Band.UNKNOWN;
        private @Nullable Integer tenths;
        private @Nullable Integer change;
        private String segment = "(select id from segment order by position desc limit 1)";

        private AnAccount(String name) {
            this.name = name;
        }

        public AnAccount of(Member member) {
            csm = member;
            return this;
        }

        public AnAccount ofTheSampleCompany() {
            sample = true;
            return this;
        }

        public AnAccount inSegment(String key) {
            segment = "(select id from segment where key = '%s')".formatted(key);
            return this;
        }

        public AnAccount at(String itsStage, String itsPlan) {
            stage = itsStage;
            plan = itsPlan;
            return this;
        }

        public AnAccount worth(int itsValue, String itsCurrency) {
            value = itsValue;
            currency = itsCurrency;
            return this;
        }

        public AnAccount renewing(LocalDate day) {
            renewal = day;
            return this;
        }

        public AnAccount onTrial() {
            onTrial = true;
            return this;
        }

        public AnAccount cancelled(LocalDate day) {
            cancelled = day;
            return this;
        }

        /** @param weekly how many tenths the score changed in seven days */
        public AnAccount scored(Band itsBand, int scoreTenths, int weekly) {
            band = itsBand;
            tenths = scoreTenths;
            change = weekly;
            return this;
        }

        public AccountId exists() {
            long id = jdbc.sql("""
                            insert into account (key, name, csm_id, status, stage, plan, annual_value, currency, renewal_on,
                                                 cancelled_on, first_seen_on, sample)
                            values (:key, :name, :csm, :status, :stage, :plan, :value, :currency, :renewal, :cancelled, :since, :sample)
                            returning id
                            """)
                    .param("key", name.toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .param("name", name)
                    .param("csm", csm == null ? null : csm.id().value())
                    .param("status", cancelled != null ? "cancelled" : onTrial ? "trial" : "active")
                    .param("stage", stage)
                    .param("plan", plan)
                    .param("value", value)
                    .param("currency", currency)
                    .param("renewal", renewal)
                    .param("cancelled", cancelled)
                    .param("since", today().minusYears(1))
                    .param("sample", sample)
                    .query(Long.class)
                    .single();
            if (tenths != null) {
                score(id);
            }
            return new AccountId(id);
        }

        private void score(long id) {
            jdbc.sql("""
                            insert into account_health (account_id, day, score, band, segment_id, profile_version_id,
                                                        change_7, change_30, trend, computed_at)
                            values (:id, :day, :score, :band, %s, 1, :change, :change,
                                    array[:score, null, :score]::smallint[], :now)
                            """.formatted(segment))
                    .param("id", id)
                    .param("day", today())
                    .param("score", tenths)
                    .param("band", band.code())
                    .param("change", change)
                    .param("now", days.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** A stored score of a past day. */
    public void scoredOn(AccountId account, LocalDate day, Band band, int tenths) {
        jdbc.sql("""
                        insert into health_score (account_id, day, score, band, segment_id, profile_version_id, points,
                                                  weights, readings, computed_at)
                        values (:id, :day, :score, :band, (select id from segment order by position limit 1), 1,
                                '{}', '{}', '{}', :now)
                        """)
                .param("id", account.value())
                .param("day", day)
                .param("score", tenths)
                .param("band", band.code())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A person at the account, as a source tells of them. @param attributes as JSON */
    public long aPerson(AccountId account, String key, String attributes) {
        return jdbc.sql("""
                        insert into account_user (account_id, key, attributes) values (:account, :key, :attributes::jsonb)
                        returning id
                        """)
                .param("account", account.value())
                .param("key", key)
                .param("attributes", attributes)
                .query(Long.class)
                .single();
    }

    /** Ann Lee, a buyer who can be written to. */
    public long annLee(AccountId account) {
        return aPerson(account, "ann", "{\"name\": \"Ann Lee\", \"email\": \"ann@acme.example\", \"role\": \"Buyer\"}");
    }

    /** All entries of watch lists that have an end date ended on this day. */
    public void endEntries(LocalDate day) {
        jdbc.sql("update watch_list_entry set until_on = :day where until_on is not null")
                .param("day", day)
                .update();
    }

    /** The review took place so many days before. */
    public void reviewedBefore(ReviewId review, int daysBefore) {
        jdbc.sql("update review set week_on = week_on - :days where id = :id")
                .param("days", daysBefore)
                .param("id", review.value())
                .update();
        jdbc.sql("update review_account set marked_at = marked_at - :days * interval '1 day' where review_id = :id")
                .param("days", daysBefore)
                .param("id", review.value())
                .update();
    }

    /** An open alert of a starter rule, seen today. */
    public AlertId anAlert(AccountId account, String rule, String title) {
        AlertId alert = raised(account, rule, title);
        jdbc.sql("""
                        insert into alert_occurrence (account_id, alert_id, day, title, value, worse_at)
                        values (:account, :alert, :today, :title, 32, 42)
                        """)
                .param("account", account.value())
                .param("alert", alert.value())
                .param("today", today())
                .param("title", title)
                .update();
        return alert;
    }

    private AlertId raised(AccountId account, String rule, String title) {
        return new AlertId(jdbc.sql("""
                        insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on, occurrences)
                        values (:account, (select id from rule where key = :rule), 'open', :title, :evidence::jsonb, :now,
                                :today, :today, 1)
                        returning id
                        """)
                .param("account", account.value())
                .param("rule", rule)
                .param("title", title)
                .param("evidence", """
                        {"title": "it", "window": {"first": "2026-10-01", "last": "2026-10-28"},
                         "figures": [{"label": "Active users, 28 days", "value": "166 users", "before": "245 users"}],
                         "lines": [{"day": "2026-10-28", "text": "166 users in the week up to here"}],
                         "touches": "PRODUCT_USAGE",
                         "severity": {"measure": "the fall of active users", "value": 32, "worseAt": 42, "unit": "PERCENT"}}""")
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("today", today())
                .query(Long.class)
                .single());
    }
}
