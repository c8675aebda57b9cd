package ews.dashboard.setup.person;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.fact.UsageHistory;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.ListedBody;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.fact.Assignments;
import ews.sensors.fact.FactsAgain;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.Receipt;
import ews.sensors.segment.SegmentDialect;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing names a person who was erased, and everything counts as before. */
class ErasureTest extends FormTest {

    /** Columns of text in which nobody at an account is named; a new column belongs here, or to {@link Traces}. */
    private static final Set<String> NAMES_NOBODY = Set.of(
            "account",
            "account_alias",
            "account_merge",
            "account_source",
            "account_health",
            "calendar_feed",
            "configuration_plan",
            "csv_mapping",
            "dry_run",
            "email_template",
            "email_template_version",
            "event_name",
            "event_publication",
            "facts_made_again",
            "feature",
            "flyway_schema_history",
            "follow_up_policy",
            "forgotten_events",
            "health_score",
            "heartbeat",
            "holiday",
            "holiday_calendar",
            "ignored_event",
            "invitation",
            "invoice_change",
            "member",
            "name_change",
            "name_replay",
            "name_rule",
            "notice_choice",
            "notice_hours",
            "outcome_progress",
            "peer_distribution",
            "plan_link",
            "play",
            "play_draft",
            "play_milestone",
            "play_version",
            "preview",
            "profile_draft",
            "profile_version",
            "review",
            "rule",
            "rule_version",
            "sample_company",
            "saved_filter",
            "scheduled_tasks",
            "segment",
            "segmentation",
            "slack_channel",
            "source",
            "subscription_change",
            "suggestion",
            "task_overdue",
            "usage_block",
            "vendor_webhook",
            "watch_list",
            "webhook");

    /** Treated one by one in {@code Erasures}. */
    private static final Set<String> TREATED_APART = Set.of(
            "event",
            "reject",
            "csv_part",
            "account_user",
            "belonging",
            "same_person",
            "unplaced_event",
            "displaced_person");

    /** States, kinds and names of members and plays in tables whose other texts are searched. */
    private static final Set<String> NO_FREE_TEXT = Set.of(
            "author",
            "status",
            "kind",
            "role",
            "ended_by",
            "started_by",
            "added_by",
            "band",
            "mark",
            "state",
            "channel",
            "lane",
            "actor",
            "action",
            "name",
            "format",
            "mapping",
            "priority",
            "ticket",
            "path",
            "uid",
            "organiser",
            "organiser_email",
            "definition",
            "play_name",
            "outcome",
            "run_outcome",
            "closed_reason",
            "source",
            "settled_by",
            "response",
            "result",
            "measurement",
            "step",
            "table_name");

    @Autowired
    private List<Traces> traces;

    @Autowired
    private Sources sources;

    @Autowired
    private EventIntake intake;

    @Autowired
    private NativeDialect dialect;

    @Autowired
    private SegmentDialect segment;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Facts facts;

    @Autowired
    private FactsAgain factsAgain;

    @Autowired
    private OrganisationDays days;

    private Source product;
    private LocalDate today;

    @BeforeEach
    void connectASource() {
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.of(admin))
                .source();
        today = days.today();
    }

    @Test
    void everyColumnOfTextIsSearchedOrNamesNobody() {
        Set<String> searched = traces.stream()
                .flatMap(it -> it.texts().stream())
                .map(it -> it.table() + "." + it.column())
                .collect(Collectors.toSet());
        var forgotten = new TreeSet<String>();
        for (TextColumn it : textColumns()) {
            String column = it.table() + "." + it.column();
            if (!searched.remove(column)
                    && !NAMES_NOBODY.contains(it.table())
                    && !TREATED_APART.contains(it.table())
                    && !NO_FREE_TEXT.contains(it.column())) {
                forgotten.add(column);
            }
        }
        assertThat(forgotten).isEmpty();
        assertThat(searched).as("columns that are searched and are not there").isEmpty();
    }

    @Test
    void nothingNamesThePersonAndEverythingCountsAsBefore() {
        everythingIsSaidOfAnn();
        AccountNow before = now();

        String page = follow(erase("ann@example.com"));

        assertThat(page).contains("The person was erased: at 1 account, in 7 events");
        assertThat(places("ann-4711", "ann@example.com", "Ann Lee", "anon-1", "She loves it"))
                .isEmpty();
        assertThat(now()).isEqualTo(before);
        factsAgain.make(Set.of(account().id().value()));
        assertThat(now()).as("from the log, too").isEqualTo(before);
        assertThat(places("ann-4711", "ann@example.com", "Ann Lee", "anon-1", "She loves it"))
                .isEmpty();
    }

    @Test
    void whatWasSentBeforeIsStillKnownAsRepeated() {
        everythingIsSaidOfAnn();
        follow(erase("ann@example.com"));

        Receipt again = send(usage("e1", "ann-4711"));

        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(places("ann-4711")).isEmpty();
    }

    @Test
    void othersKeepTheirNames() {
        everythingIsSaidOfAnn();

        follow(erase("ann@example.com"));

        assertThat(places("jo@example.com")).contains("account_user.attributes", "event.body");
        assertThat(jdbc.sql("select note from touchpoint")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("[erased] ([erased]) and joann@example.com agree.");
    }

    @Test
    void somebodyWhoseEventsOnlyWaitIsErasedToo() {
        segment("""
                {"type": "track", "event": "Report", "messageId": "w1", "userId": "eve-1", "timestamp": "%sT10:00:00Z"}
                """.formatted(today.minusDays(1)));
        assertThat(html(get("/setup/people?q=eve-1"))).contains("One event waits");

        follow(post("/setup/people/erasure", "q", "eve-1", "confirm", "erase"));

        assertThat(places("eve-1")).isEmpty();
    }

    @Test
    void rejectsOfOthersStayWhateverStandsInThem() {
        send(usage("e1", "7"), """
                {"type": "usage", "id": "7", "account": "acme", "user": "bob-1", "quantity": 7}
                """, """
                {"type": "usage", "id": "9", "account": "acme", "user": 7}
                """);

        follow(erase("7"));

        assertThat(jdbc.sql("select body from reject order by id")
                        .query((row, _) -> row.getString(1))
                        .list())
                .satisfiesExactly(
                        it -> assertThat(it).contains("bob-1"),
                        it -> assertThat(it).isEmpty());
    }

    @Test
    void nobodyIsErasedByMistake() {
        everythingIsSaidOfAnn();
        String ann = choice("ann@example.com");

        assertThat(html(post("/setup/people/erasure", "q", "ann@example.com", "user", ann)))
                .contains("Type “erase”", "Ann Lee");
        assertThat(html(post("/setup/people/erasure", "q", "ann@example.com", "confirm", "erase")))
                .contains("Choose at least one of them.");
        assertThat(html(get("/setup/people?q=nobody"))).contains("Nobody is known as");
        assertThat(places("Ann Lee")).isNotEmpty();
    }

    private MvcTestResult erase(String asked) {
        return post("/setup/people/erasure", "q", asked, "user", choice(asked), "confirm", "Erase");
    }

    private String choice(String asked) {
        return jdbc.sql("""
                        select account_id || '-' || id from account_user where key = :it or attributes ->> 'email' = :it
                        """)
                .param("it", asked)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private void everythingIsSaidOfAnn() {
        String day = today.minusDays(3) + "T10:00:00Z";
        send(
                usage("e1", "ann-4711"),
                usage("e2", "bob-1"),
                """
                {"type": "user", "id": "e3", "time": "%s", "account": "acme", "user": "ann-4711",
                 "attributes": {"name": "Ann Lee", "email": "ann@example.com", "phone": "+49 170 1234567"}}
                """.formatted(day),
                """
                {"type": "user", "id": "e4", "time": "%s", "account": "acme", "user": "bob-1",
                 "attributes": {"name": "Bob Hall", "email": "joann@example.com", "reports_to": "Ann Lee"}}
                """.formatted(day),
                """
                {"type": "feedback", "id": "e5", "time": "%s", "account": "acme", "user": "ann-4711", "kind": "nps", "score": 9,
                 "comment": "She loves it"}
                """.formatted(day),
                """
                {"type": "support", "id": "e6", "time": "%s", "account": "acme", "ticket": "T1", "status": "open",
                 "subject": "ann lee cannot sign in", "requester": {"email": "ann@example.com"}}
                """.formatted(day),
                """
                {"type": "usage", "id": "bad", "account": "acme", "user": "ann-4711"}
                """);
        segment("""
                {"type": "group", "groupId": "acme", "userId": "ann-4711", "anonymousId": "anon-1", "messageId": "s1",
                 "timestamp": "%1$s", "context": {"traits": {"email": "ann@example.com"}}}
                """.formatted(day));
        segment("""
                {"type": "track", "event": "Report", "messageId": "s2", "userId": "ann-4711", "anonymousId": "anon-1",
                 "timestamp": "%s"}
                """.formatted(day));
        assignments.assign(product, "ann@example.com", "acme", Actor.of(admin));
        jdbc.sql("""
                        insert into touchpoint (account_id, kind, occurred_at, author, note)
                        values (:account, 'note', now(), 'Cara', 'Ann Lee (ANN@example.com) and joann@example.com agree.');
                        insert into notice (member_id, kind, dedup_key, account_id, text, path, made_at)
                        values (:member, 'mention', 'n1', :account, 'Call Ann Lee', '/', now());
                        insert into outbox_message (channel, destination, dedup_key, subject, payload, next_attempt_at, created_at)
                        values ('email', 'ann@example.com', 'mail ann@example.com', 'Hello', '{"to": ["Ann Lee"]}', now(), now())
                        """)
                .param("account", account().id().value())
                .param("member", admin.id().value())
                .update();
    }

    /** What is known of the account. */
    private record AccountNow(String usage, List<String> users, int tickets, int feedback, long events) {}

    private AccountNow now() {
        UsageHistory usage =
                facts.of(account().id(), new Days(today.minusDays(10), today)).usage();
        return new AccountNow(
                usage.toString(),
                jdbc.sql("select coalesce(first_used_on::text, 'never') from account_user order by 1")
                        .query((row, _) -> row.getString(1))
                        .list(),
                count("ticket_change"),
                count("feedback where score = 9"),
                count("event"));
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private Account account() {
        return accounts.withKey("acme").orElseThrow();
    }

    private String usage(String id, String user) {
        return """
                {"type": "usage", "id": "%s", "time": "%sT10:00:00Z", "account": "acme", "user": "%s", "name": "report"}
                """.formatted(id, today.minusDays(3), user);
    }

    private Receipt send(String... events) {
        String body = "{\"events\": [" + String.join(",", events) + "]}";
        return intake.accept(dialect.read(product, body.getBytes(StandardCharsets.UTF_8), Instant.now()));
    }

    private void segment(String call) {
        intake.accept(segment.read(product, ListedBody.of(call.getBytes(StandardCharsets.UTF_8)), null, Instant.now()));
    }

    /** The columns of all tables in which one of these stands, in upper or lower case; Joann is not Ann, and called Jo. */
    private List<String> places(String... texts) {
        var places = new ArrayList<String>();
        for (TextColumn it : textColumns()) {
            Integer found = jdbc.sql(
                            "select count(*) from %s where replace(%s::text, 'joann@', 'jo@') ilike any (:texts)"
                                    .formatted(it.table(), it.column()))
                    .param(
                            "texts",
                            Set.of(texts).stream().map(text -> "%" + text + "%").toArray(String[]::new))
                    .query((row, _) -> row.getInt(1))
                    .single();
            if (found > 0) {
                places.add(it.table() + "." + it.column());
            }
        }
        return places;
    }

    private List<TextColumn> textColumns() {
        return jdbc.sql("""
                        select c.table_name, c.column_name, c.data_type from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                          and c.data_type in ('text', 'jsonb', 'ARRAY', 'character varying')
                          and not exists (select from pg_inherits where inhrelid = c.table_name::regclass)
                        """)
                .query((row, _) -> new TextColumn(row.getString(1), row.getString(2), false, false))
                .list();
    }
}
