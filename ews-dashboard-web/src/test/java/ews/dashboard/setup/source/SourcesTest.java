package ews.dashboard.setup.source;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.dashboard.setup.Timestamps;
import ews.dashboard.view.When;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.ListedBody;
import ews.sensors.intake.EventIntake;
import ews.sensors.segment.SegmentDialect;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorWebhook;
import ews.sensors.vendor.VendorWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class SourcesTest extends FormTest {

    private static final Pattern KEY = Pattern.compile("ews_[A-Za-z0-9_-]{20,}");

    @Autowired
    private Sources sources;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private VendorWebhooks webhooks;

    @Autowired
    private EventIntake intake;

    @Autowired
    private SegmentDialect segment;

    @Autowired
    private When when;

    @Autowired
    private Timestamps timestamps;

    private NewKey product() {
        return sources.create("Product", Set.of(Scope.READ, Scope.WRITE), false, Actor.of(admin));
    }

    private static String keyIn(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group();
    }

    @Test
    void showsTheKeyOfANewSourceOnceAndItWorks() {
        String page = follow(post("/setup/sources", "name", "Product", "write", "on"));

        assertThat(sources.authenticate(keyIn(page)))
                .hasValueSatisfying(source -> assertThat(source.scopes()).containsExactly(Scope.WRITE));
        assertThat(page).contains("curl http://localhost/v1/events");
        int id = sources.all().getFirst().id().value();
        assertThat(html(get("/setup/sources/" + id))).doesNotContainPattern(KEY);
        assertThat(audited()).contains("source.created");
    }

    @Test
    void showsLinesToPasteThatWork() {
        String page = follow(post("/setup/sources", "name", "Product", "write", "on"));
        Matcher tracking =
                Pattern.compile("http://localhost(/pixel\\.gif\\?[^<]+)").matcher(page);
        assertThat(tracking.find()).as(page).isTrue();

        get(tracking.group(1).replace("&amp;", "&"));

        String sources =
                html(get("/setup/sources/" + this.sources.all().getFirst().id()));
        assertThat(sources)
                .contains("Segment for Node.js", "PostHog for Node.js", "Totango tracking", "CloudEvents")
                .contains("It sends usage events of 1 name");
    }

    @Test
    void offersNoCommandForAKeyThatMayOnlyRead() {
        String page = follow(post("/setup/sources", "name", "Warehouse", "read", "on"));

        assertThat(page).containsPattern(KEY).doesNotContain("curl ");
    }

    @Test
    void keepsWhatWasTypedAndAsksForAScope() {
        assertThat(html(post("/setup/sources", "name", "Product")))
                .contains("Choose at least one.", "value=\"Product\"");
        assertThat(sources.all()).isEmpty();
    }

    @Test
    void refusesASecondSourceOfTheSameName() {
        product();

        assertThat(html(post("/setup/sources", "name", "Product", "write", "on")))
                .contains("Another source has this name.");
    }

    @Test
    void replacesAKey() {
        NewKey before = product();

        String page = follow(post("/setup/sources/" + before.source().id() + "/key"));

        assertThat(sources.authenticate(keyIn(page))).isPresent();
        assertThat(sources.authenticate(before.key())).isEmpty();
    }

    @Test
    void revokesAKey() {
        NewKey key = product();

        String page = follow(post("/setup/sources/" + key.source().id() + "/revocation"));

        assertThat(page).contains("What it sends is refused.").doesNotContain("Replace the key");
        assertThat(sources.authenticate(key.key())).isEmpty();
        assertThat(audited()).contains("source.revoked");
    }

    /** With the address, and with all that is to be entered there. */
    @ParameterizedTest
    @EnumSource(Vendor.class)
    void tellsWhatToEnterAtEachVendor(Vendor vendor) {
        String page = follow(post("/setup/sources/vendors/" + vendor.code(), "name", "Theirs"));

        VendorWebhook webhook = webhooks.of(sources.all().getFirst().id()).orElseThrow();
        assertThat(page).contains("Let %s send here".formatted(vendor.title()), "/v1/hooks/" + webhook.address());
        assertThat(page.split("<li>")).hasSizeGreaterThan(3);
        if (vendor.secret() == Vendor.Secret.OURS) {
            assertThat(page).contains(String.valueOf(webhook.secret()));
        }
        if (vendor == Vendor.FRESHDESK || vendor == Vendor.ZENDESK) {
            assertThat(page).contains("id=\"template\"");
        }
        assertThat(follow(post("/setup/sources/" + webhook.source().id() + "/test")))
                .contains(webhook.lacksSecret() ? "has not been entered yet" : "checked and understood");
    }

    @Test
    void limitsWhatASourceMaySend() {
        Source source = product().source();
        String limit = "/setup/sources/" + source.id() + "/limit";

        assertThat(follow(post(limit, "most", "250"))).contains("It may send 250 events a second");
        assertThat(follow(post(limit, "most", "many"))).contains("Limits are whole numbers: up to 100,000 events");
        assertThat(follow(post(limit, "event", "33"))).contains("32 KB an event");
        assertThat(sources.withId(source.id()).orElseThrow().limits().mostASecond())
                .isEqualTo(250);
        assertThat(follow(post(limit, "body", "512", "event", "4")))
                .contains("It may send as many events as it likes.", "value=\"512\"", "value=\"4\"");
        assertThat(audited()).contains("source.limited");
    }

    @Test
    void showsHowLongEventsAreKept() {
        assertThat(html(get("/setup/sources")))
                .contains("How long events are kept", ">Subscription<", ">for ever<", "EWS_RETENTION_FAMILIES_USAGE")
                .containsPattern("takes <b>\\d+ (bytes|kB|MB)</b> on disk");
    }

    @Test
    void showsHowMuchASourceSentAndThatItAddsUp() {
        jdbc.sql("""
                        insert into source_day (source_id, day, accepted, duplicates, rejected, last_received)
                        values (:id, '2026-11-01', 1190, 8, 2, now())
                        """).param("id", product().source().id().value()).update();

        assertThat(html(get("/setup/sources"))).contains(">1,200<", ">1,190<", ">8<", ">2<");
    }

    /** A browser whose clock is two hours ahead sent this ten seconds after it happened. */
    @Test
    void showsWhenItsLatestEventsHappenedWereSentAndReceived() {
        Source source = product().source();
        Instant now = days.now().truncatedTo(ChronoUnit.SECONDS);
        String call = """
                {"type": "track", "event": "Report", "messageId": "m1", "userId": "u1", "timestamp": "%s", "sentAt": "%s",
                 "context": {"groupId": "acme", "library": {"name": "analytics.js"}}}
                """.formatted(now.plusSeconds(7_190), now.plusSeconds(7_200));
        intake.accept(segment.read(source, ListedBody.of(call.getBytes(StandardCharsets.UTF_8)), null, now));

        assertThat(html(get("/setup/sources/" + source.id())))
                .contains("<dt>Lag</dt><dd><strong>10 s</strong>", clock(now.minusSeconds(10)), clock(now))
                .contains("the source says " + when.dayOf(now.plusSeconds(7_190)))
                .contains(clock(now.plusSeconds(7_200)));
    }

    private String clock(Instant time) {
        return when.dayOf(time) + " " + timestamps.clock(time);
    }

    @Test
    void keepsTheEventsOfANewSourceCalmForSomeDays() {
        String page =
                follow(post("/setup/sources", "name", "Product", "write", "on", "alerts", "calm", "calmDays", "7"));

        String until = When.day(days.today().plusDays(8));
        assertThat(page).contains("Nothing is raised from its events until " + until, "Raise alerts from now on");
        assertThat(html(get("/setup/sources"))).contains(">Calm<");
        assertThat(audited()).contains("source.calmed");
    }

    @Test
    void raisesAlertsAtOnceUnlessOneSaysOtherwise() {
        assertThat(follow(post("/setup/sources", "name", "Product", "write", "on", "alerts", "now", "calmDays", "x")))
                .doesNotContain("Nothing is raised");
    }

    @Test
    void asksForHowManyDaysItIsToBeCalm() {
        String page =
                html(post("/setup/sources", "name", "Product", "write", "on", "alerts", "calm", "calmDays", "1000"));

        assertThat(page).contains("A whole number from 1 to 90.", "value=\"1000\"");
        assertThat(sources.all()).isEmpty();
    }

    @Test
    void calmBeginsAndEndsOnThePageOfTheSource() {
        String source = "/setup/sources/" + product().source().id();

        assertThat(follow(post(source + "/calm", "days", "0"))).contains("A whole number from 1 to 90.");
        assertThat(follow(post(source + "/calm", "days", "3")))
                .contains("Nothing is raised from its events until")
                .doesNotContain("Keep alerts calm");
        assertThat(follow(post(source + "/calm/end"))).contains("raise alerts again", "Keep alerts calm");
        assertThat(audited()).endsWith("source.calmed", "source.calm_ended");
        assertThat(post("/setup/sources/987654/calm", "days", "3")).hasStatus(404);
    }

    @Test
    void aSourceThatSendsNothingHasNothingToKeepCalm() {
        Source reader = sources.create("Warehouse", Set.of(Scope.READ), false, Actor.of(admin))
                .source();

        assertThat(html(get("/setup/sources/" + reader.id()))).doesNotContain("Keep alerts calm");
    }
}
