package ews.sensors.fact;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.sensors.Sent;
import ews.sensors.intake.Receipt;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class FactWriterTest {

    private static final Days WINTER = new Days(LocalDate.parse("2025-12-01"), LocalDate.parse("2026-03-01"));

    @Autowired
    private FactWriter writer;

    @Autowired
    private Sources sources;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Members members;

    @Autowired
    private Facts facts;

    @Autowired
    private JdbcClient jdbc;

    private Source product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = source("Product", false);
    }

    @Test
    void createsAccountsUsersAndFeaturesOnFirstSight() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));

        Account acme = accounts.withKey("acme").orElseThrow();
        assertThat(acme.name()).isEqualTo("acme");
        assertThat(acme.firstSeen()).isEqualTo("2026-01-20");
        assertThat(acme.sample()).isFalse();
        var usage = facts.of(acme.id(), WINTER);
        assertThat(usage.featureFirstDays()).containsEntry("report", LocalDate.parse("2026-01-20"));
        assertThat(usage.userFirstDays())
                .containsValue(LocalDate.parse("2026-01-20"))
                .hasSize(1);
        assertThat(usage.usage().events("report", WINTER)).isEqualTo(1);
    }

    @Test
    void takesQuantitiesThatNoDayCanHold() {
        List<String> events = IntStream.range(0, 9_900)
                .mapToObj(it -> usage("e" + it, "2026-01-20T10:00:00Z", "acme", "u1", "report")
                        .replace("'name'", "'quantity':1000000000,'name'"))
                .toList();

        Receipt receipt = send(events.toArray(String[]::new));

        assertThat(receipt.accepted()).isEqualTo(9_900);
        Account acme = accounts.withKey("acme").orElseThrow();
        assertThat(facts.of(acme.id(), WINTER).usage().quantity("report", WINTER))
                .isEqualTo(4e12);
    }

    @Test
    void countsTheSameEventOnceWithinARequestAndAcrossRequests() {
        String event = usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report");

        Receipt first = send(event, event);
        Receipt second = send(event);

        assertThat(first).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(1, 1);
        assertThat(second).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(0, 1);
        assertThat(facts.of(acme().id(), WINTER).usage().events(WINTER)).isEqualTo(1);
    }

    @Test
    void keepsFindingDuplicatesAmongNews() {
        String first = usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report");
        String second = usage("e2", "2026-01-19T10:00:00Z", "acme", "u1", "report");
        send(first, second);

        Receipt receipt = send(
                usage("e0", "2026-01-18T10:00:00Z", "acme", "u1", "report"),
                second,
                usage("e3", "2026-01-20T09:00:00Z", "acme", "u1", "report"),
                first);

        assertThat(receipt).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(2, 2);
        assertThat(count("event")).isEqualTo(4);
    }

    @Test
    void takesTheSameIdFromAnotherSourceForAnotherEvent() {
        String event = "{'type':'support','id':'1','time':'2026-01-20T10:00:00Z','account':'acme','ticket':'Z-1'}";
        send(event);

        Receipt receipt = apply(Sent.by(source("Desk", false)), event);

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(count("ticket_change")).isEqualTo(2);
    }

    @Test
    void takesTheSameIdAtAnotherTimeForAnotherEvent() {
        Receipt receipt = send(
                usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"),
                usage("e1", "2026-01-21T10:00:00Z", "acme", "u1", "report"));

        assertThat(receipt.accepted()).isEqualTo(2);
    }

    @Test
    void changesNothingForADuplicateThatNamesSomebodyElse() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));

        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u2", "export"));

        assertThat(count("account_user")).isEqualTo(1);
        assertThat(count("account_feature")).isEqualTo(1);
        assertThat(count("dirty_account")).isEqualTo(1);
    }

    @Test
    void knowsAnEventWithoutATimeByItsId() {
        String event = "{'type':'account','id':'a1','account':'acme','attributes':{'stage':'onboarding'}}";
        apply(Sent.by(product).at("2026-03-01T12:00:00Z"), event);

        Receipt again = apply(Sent.by(product).at("2026-03-01T12:00:07Z"), event);

        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(count("attribute_change")).isEqualTo(1);
    }

    @Test
    void takesRepeatedAttributesWithoutIdOrTimeForNews() {
        String onboarding = "{'type':'account','account':'acme','attributes':{'stage':'onboarding'}}";
        apply(Sent.by(product).at("2026-03-01T12:00:00Z"), onboarding);
        apply(
                Sent.by(product).at("2026-03-01T13:00:00Z"),
                "{'type':'account','account':'acme','attributes':{'stage':'live'}}");

        apply(Sent.by(product).at("2026-03-01T14:00:00Z"), onboarding);

        assertThat(acme().stage()).isEqualTo("onboarding");
    }

    @Test
    void movesFirstDaysBackForLateEvents() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));
        send(usage("e2", "2026-01-10T10:00:00Z", "acme", "u1", "report"));
        send(usage("e3", "2026-01-15T10:00:00Z", "acme", "u1", "report"));

        var late = facts.of(acme().id(), WINTER);
        assertThat(late.firstSeen()).isEqualTo("2026-01-10");
        assertThat(late.userFirstDays()).containsValue(LocalDate.parse("2026-01-10"));
        assertThat(late.featureFirstDays()).containsEntry("report", LocalDate.parse("2026-01-10"));
    }

    @Test
    void takesTheLatestSubscriptionWhateverTheOrderOfArrival() {
        send("{'type':'subscription','time':'2026-02-02T00:00:00Z','account':'acme','status':'cancelled'}");
        send("{'type':'subscription','time':'2026-02-01T00:00:00Z','account':'acme','status':'active','plan':'pro',"
                + "'seats':50,'value':24000,'currency':'USD','renewalDate':'2027-02-01'}");
        send("{'type':'subscription','time':'2026-01-01T00:00:00Z','account':'acme','status':'trial','seats':5}");

        Account acme = acme();
        assertThat(acme.status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(acme.cancelled()).isEqualTo("2026-02-02");
        assertThat(acme.seats()).isEqualTo(50);
        assertThat(acme.plan()).isEqualTo("pro");
        assertThat(acme.annualValue()).isEqualByComparingTo("24000");
        assertThat(acme.currency()).isEqualTo("USD");
        assertThat(acme.renewal()).isEqualTo("2027-02-01");
    }

    @Test
    void takesTheLatestAttributesWhateverTheOrderOfArrival() {
        send("{'type':'account','time':'2026-02-02T00:00:00Z','account':'acme','attributes':{'name':'Acme Inc',"
                + "'product':null}}");
        send("{'type':'account','time':'2026-02-01T00:00:00Z','account':'acme','attributes':{'name':'Acme',"
                + "'stage':'live','product':'Core','seats':7}}");

        assertThat(acme())
                .extracting(Account::name, Account::stage, Account::product)
                .containsExactly("Acme Inc", "live", null);
        assertThat(facts.of(acme().id(), WINTER).attributes(WINTER.last()))
                .containsEntry("seats", "7")
                .doesNotContainKey("product");
    }

    @Test
    void takesThePlanFromTheAttributeOrTheSubscriptionWhicheverIsLater() {
        send("{'type':'account','time':'2026-02-02T00:00:00Z','account':'acme','attributes':{'plan':'gold'}}");
        send("{'type':'subscription','time':'2026-02-01T00:00:00Z','account':'acme','plan':'silver'}");
        assertThat(acme().plan()).isEqualTo("gold");

        send("{'type':'subscription','time':'2026-02-03T00:00:00Z','account':'acme','plan':'silver'}");
        assertThat(acme().plan()).isEqualTo("silver");
    }

    @Test
    void makesTheCsmWhomAnAccountNamesAMember() {
        send(csm("2026-02-01", "jane.doe@example.com"));

        Member jane = members.withEmail("jane.doe@example.com").orElseThrow();
        assertThat(jane)
                .extracting(Member::name, Member::role, Member::sample)
                .containsExactly("Jane Doe", Role.CSM, false);
        assertThat(acme().csm()).isEqualTo(jane.id());
    }

    @Test
    void leavesAnAccountWithWhomPeopleGaveItToUntilTheSourceNamesAnother() {
        send(csm("2026-02-01", "jane@example.com"));
        Member joe = members.ensure("joe@example.com", "Joe", Role.CSM, false);
        accounts.assign(acme().id(), joe.id());

        send(csm("2026-02-02", "jane@example.com"));
        assertThat(acme().csm()).isEqualTo(joe.id());

        send(csm("2026-02-03", "jill@example.com"));
        assertThat(acme().csm())
                .isEqualTo(members.withEmail("jill@example.com").orElseThrow().id());
    }

    @Test
    void leavesTheCsmAloneForWhatIsNoAddress() {
        send(csm("2026-02-01", "jane@example.com"));

        send(csm("2026-02-02", "Jane"));

        assertThat(acme().csm())
                .isEqualTo(members.withEmail("jane@example.com").orElseThrow().id());
    }

    @Test
    void marksWhatASampleSourceNamesFirstAsSample() {
        Sent sample = Sent.by(source("Sample", true));
        apply(sample, csm("2026-02-01", "jane@example.com"));

        assertThat(acme().sample()).isTrue();
        assertThat(members.withEmail("jane@example.com").orElseThrow().sample()).isTrue();
    }

    @Test
    void keepsForEachUserTheLatestOfEachAttribute() {
        send("{'type':'user','time':'2026-02-02T00:00:00Z','account':'acme','user':'u1','attributes':{'name':'Ada'}}");
        send("{'type':'user','time':'2026-02-01T00:00:00Z','account':'acme','user':'u1','attributes':{'name':'A.',"
                + "'email':'ada@example.com','title':'CTO'}}");
        send("{'type':'user','time':'2026-02-03T00:00:00Z','account':'acme','user':'u1','attributes':{'title':null}}");

        assertThat(text("select attributes from account_user"))
                .isEqualTo("{\"name\": \"Ada\", \"email\": \"ada@example.com\"}");
    }

    @Test
    void marksEachAccountOnceForScoringFromItsEarliestDayOn() {
        send(
                usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"),
                usage("e2", "2026-01-10T10:00:00Z", "acme", "u1", "report"),
                usage("e3", "2026-01-25T10:00:00Z", "acme", "u1", "report"));

        assertThat(text("select string_agg(from_day || ' ' || received_at at time zone 'UTC', ',') from dirty_account"))
                .isEqualTo("2026-01-10 2026-03-01 12:00:00");
    }

    @Test
    void keepsRejectsAndCountsEverything() {
        String event = usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report");
        send(event, event, "{'type':'usage','id':'bad','account':'acme'}");
        send(event);

        assertThat(text("select accepted || ' ' || duplicates || ' ' || rejected from source_day"))
                .isEqualTo("1 2 1");
        assertThat(text("select place || ' ' || message_id || ' ' || code || ' ' || body from reject"))
                .isEqualTo("2 bad missing_time {\"type\":\"usage\",\"id\":\"bad\",\"account\":\"acme\"}");
    }

    @Test
    void createsAnAccountAgainThatAnotherInstanceDeleted() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));
        jdbc.sql("delete from account").update();

        Receipt receipt = send(usage("e2", "2026-01-21T10:00:00Z", "acme", "u1", "report"));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(acme().firstSeen()).isEqualTo("2026-01-21");
        assertThat(facts.of(acme().id(), WINTER).usage().events(WINTER)).isEqualTo(1);
    }

    @Test
    void createsADeletedAccountAgainForAttributesToo() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));
        jdbc.sql("delete from account").update();

        send("{'type':'account','time':'2026-02-01T00:00:00Z','account':'acme','attributes':{}}");
        assertThat(accounts.withKey("acme")).isPresent();

        jdbc.sql("delete from account").update();
        send("{'type':'user','time':'2026-02-02T00:00:00Z','account':'acme','user':'u1','attributes':{'a':1}}");
        assertThat(count("account_user")).isEqualTo(1);
    }

    @Test
    void makesAPartitionAgainThatAnotherInstanceDropped() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));
        jdbc.sql("drop table event_20260120").update();

        assertThat(send(usage("e2", "2026-01-20T11:00:00Z", "acme", "u1", "report"))
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void commitsSeveralBatchesTogetherAndGivesEachItsReceipt() {
        String event = usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report");
        Sent sent = Sent.by(product);

        List<Receipt> receipts = writer.apply(List.of(sent.batch(event), sent.batch(event, "{}"), sent.batch("{}")));

        assertThat(receipts)
                .extracting(Receipt::received, Receipt::accepted, Receipt::duplicates)
                .containsExactly(tuple(1, 1, 0), tuple(2, 0, 1), tuple(1, 0, 0));
    }

    @Test
    void givesAPartitionOfThePastItsIndexAtOnce() {
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));

        assertThat(text("select to_regclass('event_20260120_account') is not null"))
                .isEqualTo("true");
    }

    private static String csm(String day, String csm) {
        return "{'type':'account','time':'%sT00:00:00Z','account':'acme','attributes':{'csm':'%s'}}"
                .formatted(day, csm);
    }

    private Source source(String name, boolean sample) {
        return sources.create(name, EnumSet.allOf(Scope.class), sample, Actor.SYSTEM)
                .source();
    }

    private Receipt send(String... events) {
        return apply(Sent.by(product), events);
    }

    private Receipt apply(Sent sent, String... events) {
        return writer.apply(List.of(sent.batch(events))).getFirst();
    }

    private Account acme() {
        return accounts.withKey("acme").orElseThrow();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private String text(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }
}
