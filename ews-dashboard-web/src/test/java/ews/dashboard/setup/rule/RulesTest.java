package ews.dashboard.setup.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.FormTest;
import ews.detection.rule.Absence;
import ews.detection.rule.Audience;
import ews.detection.rule.Decline;
import ews.detection.rule.Happening;
import ews.detection.rule.Nature;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.Rules;
import ews.domain.audit.Actor;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RulesTest extends FormTest {

    @Autowired
    private OrganisationDays days;

    private static final String[] FALL = {
        "kind", "DECLINE", "name", "Fewer exports", "nature", "RISK", "look.metric", "feature_events", "look.days",
                "14",
        "look.form", "VALUE", "look.subject", "data.exported", "look.percent", "30", "look.least", "20", "segments",
                "smb",
        "bands", "poor", "dwellDays", "2", "holdDays", "5", "coolDownDays", "10", "play", "win-back"
    };

    private static final RuleDefinition FALLS = new RuleDefinition(
            "Fewer exports",
            Nature.RISK,
            new Decline(new Measurement("feature_events", 14, "data.exported"), 30, 20),
            new Audience(List.of("smb"), List.of(Band.POOR), List.of()),
            2,
            5,
            10,
            "win-back");

    @Autowired
    private Rules rules;

    @BeforeEach
    @AfterEach
    void theStarterRules() {
        jdbc.sql("delete from rule").update();
        rules.afterSingletonsInstantiated();
    }

    /** What comes later takes the place of what was there. */
    private static String[] with(String[] fields, String... more) {
        var all = new LinkedHashMap<String, String>();
        for (String[] some : List.of(fields, more)) {
            for (int i = 0; i < some.length; i += 2) {
                all.put(some[i], some[i + 1]);
            }
        }
        return all.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }

    /** Starts a dry run, waits until it is done, and returns its address. */
    private String dryRun(String page, String... fields) {
        MvcTestResult answer = post(page, with(fields, "dryrun", "true"));
        String address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl(), () -> html(answer));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> html(get(address)).contains("Save the rule")
                        || html(get(address)).contains("Add the rule"));
        return address;
    }

    @Test
    void listsWhatEachRuleLooksFor() {
        Rule rule = rules.all().getFirst();

        assertThat(html(get("/setup/rules")))
                .contains(rule.name(), "When " + rule.kind().text() + ", for all accounts");
    }

    @ParameterizedTest
    @EnumSource(KindChoice.class)
    void everyKindHasAFormThatSavesWhatItBeganWith(KindChoice kind) {
        assertThat(html(get("/setup/rules/new?kind=" + kind))).contains("For whom it holds today");

        rules.create(
                new RuleDefinition("Mine", kind.nature(), kind.start(), Audience.EVERYBODY, 1, 7, 7, null),
                "Test",
                Actor.SYSTEM);
        String page = html(get("/setup/rules/mine"));

        assertThat(page).contains("When " + kind.start().text().replace("'", "&#39;"));
        assertThat(LookFields.of(kind.start()).read(kind, new Fields())).contains(kind.start());
    }

    @Test
    void addsARuleThatIsOff() {
        String page = follow(post("/setup/rules/new", with(FALL, "reason", "Exports matter")));

        Rule rule = rules.withKey("fewer-exports").orElseThrow();
        assertThat(rule.definition()).isEqualTo(FALLS);
        assertThat(rule.enabled()).isFalse();
        assertThat(page).contains("Fewer exports was saved. It is off until you switch it on.", "Exports matter");
        assertThat(audited()).contains("rule.created");
    }

    @Test
    void refusesWhatIsWrongAndKeepsWhatWasTyped() {
        String page = html(post(
                "/setup/rules/new",
                with(FALL, "look.percent", "many", "reason", "Why not", "play", "nothing", "name", "")));

        assertThat(page).contains("Nothing was changed yet");
        assertThat(rules.all()).noneMatch(it -> it.name().equals("Fewer exports"));
    }

    @Test
    void whatContradictsItselfIsToldAsItIs() {
        String page = html(post("/setup/rules/new", with(FALL, "look.form", "CHANGE", "reason", "Change of a change")));

        assertThat(page).contains("This compares two periods, so it needs a metric that counts over a period");
    }

    @Test
    void wantsAReasonToSave() {
        String page = html(post("/setup/rules/new", FALL));

        assertThat(page).contains("Please fill this in.");
        assertThat(rules.withKey("fewer-exports")).isEmpty();
    }

    @Test
    void aChangeIsAVersionAndAnOlderOneCanBeBegunWith() {
        Rule before = rules.create(FALLS, "First", Actor.SYSTEM);
        String page = "/setup/rules/" + before.key();

        String saved = follow(post(page, with(FALL, "look.percent", "40", "seen", "1", "reason", "Fewer alerts")));

        assertThat(saved).contains("Fewer alerts", "First");
        assertThat(html(get(page + "?version=1"))).contains("value=\"30\"");
        assertThat(html(get(page))).contains("value=\"40\"");
        assertThat(get(page + "?version=99")).hasStatus(404);
    }

    @Test
    void whoEditedAnOlderVersionIsToldSo() {
        Rule before = rules.create(FALLS, "First", Actor.SYSTEM);
        post("/setup/rules/" + before.key(), with(FALL, "holdDays", "6", "seen", "1", "reason", "Quicker"));

        String page = html(
                post("/setup/rules/" + before.key(), with(FALL, "holdDays", "9", "seen", "1", "reason", "Slower")));

        assertThat(page).contains("The rule is at version 2: somebody has changed it meanwhile.");
    }

    @Test
    void saysForWhomItHoldsWhileSomebodyTypes() {
        account("Quarry Foods");

        String page = html(post("/setup/rules/matching", FALL));

        assertThat(page)
                .contains("It holds for 0 accounts of 1 today", "for accounts in SMB", "on 2 days in a row")
                .doesNotContain("Complete the fields");
        assertThat(html(post("/setup/rules/matching", with(FALL, "look.metric", ""))))
                .contains("Complete the fields");
    }

    @Test
    void aRuleForSomeHealthKeepsItWhenItIsSavedAgain() {
        String page = html(get("/setup/rules/renewal"));

        for (Band band : List.of(Band.AVERAGE, Band.POOR, Band.UNKNOWN)) {
            assertThat(page).containsPattern("name=\"bands\" value=\"%s\"\\s+checked".formatted(band.code()));
        }
        assertThat(page).doesNotContainPattern("value=\"good\"\\s+checked");
    }

    @Test
    void aSilentSourceIsFoundForTheAccountsThatItToldOf() {
        long told = account("Quarry Foods");
        account("Cobalt Robotics");
        jdbc.sql("""
                        with product as (
                          insert into source (name, key_hash, key_hint, can_read, can_write, created_at)
                          values ('Product', '\\x01', 'abcd', false, true, now()) returning id),
                        heard as (
                          insert into heartbeat (source_id, type, day, first_received, last_received)
                          select id, 'usage', :today::date - ago, now() - ago * interval '1 day',
                                 now() - ago * interval '1 day'
                          from product, generate_series(3, 8) ago)
                        insert into account_source (account_id, source_id, type, last_on)
                        select :account, id, 'usage', :today::date - 3 from product
                        """).param("today", days.today()).param("account", told).update();

        String page = html(post(
                "/setup/rules/matching",
                "kind",
                "SILENT_SOURCE",
                "name",
                "Silent product",
                "nature",
                "RISK",
                "look.eventType",
                "USAGE",
                "look.days",
                "3",
                "dwellDays",
                "1",
                "holdDays",
                "0",
                "coolDownDays",
                "0"));

        assertThat(page)
                .contains("It holds for 1 account of 2 today", "Product has sent no usage events for 3 days")
                .contains("Quarry Foods")
                .doesNotContain("Cobalt Robotics");
    }

    @Test
    void triesItOnThePastAndSwitchesItOnForNewEntrantsOnly() {
        long account = account("Quarry Foods");
        silentSince(account, 40);
        String dryRun = dryRun(
                "/setup/rules/new",
                "kind",
                "ABSENCE",
                "name",
                "Silence",
                "nature",
                "RISK",
                "look.happening",
                "TOUCHPOINT",
                "look.days",
                "21",
                "dwellDays",
                "1",
                "holdDays",
                "0",
                "coolDownDays",
                "0");

        assertThat(html(get(dryRun)))
                .contains("It would have raised 1 alert for 1 account in the past 90 days.")
                .contains("It holds for 1 account now.")
                .contains("No touchpoint for 40 days", "Nobody cancelled in these days.");

        String page = follow(post(dryRun + "/adoption", "reason", "Nobody should be forgotten", "on", "new"));

        assertThat(page).contains("Silence was saved and is on.");
        Rule rule = rules.withKey("silence").orElseThrow();
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.kind()).isEqualTo(new Absence(new Happening(Happening.Type.TOUCHPOINT), 21));
        assertThat(jdbc.sql("select account_id from pending_condition where excused")
                        .query(Long.class)
                        .list())
                .containsExactly(account);
    }

    private void silentSince(long account, int days) {
        jdbc.sql("""
                        insert into touchpoint (account_id, kind, occurred_at, author, note)
                        values (:account, 'call', now() - make_interval(days => :days), 'Ada', 'Hello')
                        """).param("account", account).param("days", days).update();
        jdbc.sql("update account set first_seen_on = current_date - 200 where id = :account")
                .param("account", account)
                .update();
    }

    @Test
    void switchesARuleOffAndOn() {
        Rule rule = rules.all().getFirst();

        assertThat(follow(post("/setup/rules/" + rule.key() + "/off"))).contains(rule.name() + " is off.");
        assertThat(rules.withKey(rule.key()).orElseThrow().enabled()).isFalse();
        assertThat(follow(post("/setup/rules/" + rule.key() + "/on", "accounts", "all")))
                .contains(rule.name() + " is on");
        assertThat(rules.withKey(rule.key()).orElseThrow().enabled()).isTrue();
        assertThat(audited()).contains("rule.disabled", "rule.enabled");
    }

    @Test
    void saysThatThereIsNoSuchRuleOrDryRun() {
        assertThat(get("/setup/rules/nothing")).hasStatus(404);
        assertThat(get("/setup/rules/dry-runs/987654")).hasStatus(404);
    }
}
