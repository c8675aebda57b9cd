package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rudderstack.sdk.java.analytics.RudderAnalytics;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people's clients send arrives, with nothing changed but their address and key. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ClientsTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Facts facts;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private NewKey source;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        source = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM);
    }

    @Test
    void segmentForJava() {
        Analytics client = Analytics.builder(source.key())
                .endpoint("http://localhost:" + port + "/")
                .flushQueueSize(50)
                .build();
        client.enqueue(
                IdentifyMessage.builder().userId("u17").traits(Map.of("name", "Ann Lee", "email", "ann@acme.example")));
        client.enqueue(GroupMessage.builder("acme").userId("u17").traits(Map.of("name", "Acme", "plan", "enterprise")));
        client.enqueue(TrackMessage.builder("Report Exported").userId("u17").properties(Map.of("pages", 3)));
        client.flush();

        await().atMost(Duration.ofSeconds(20)).until(() -> accepted() == 3);
        client.shutdown();
        assertAnnOfAcmeExportedAReport(days.today());
    }

    @Test
    void rudderStackForJava() {
        RudderAnalytics client = RudderAnalytics.builder(source.key())
                .setDataPlaneUrl("http://localhost:" + port)
                .setGZIP(true)
                .build();
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.IdentifyMessage.builder()
                .userId("u17")
                .traits(Map.of("name", "Ann Lee", "email", "ann@acme.example")));
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.GroupMessage.builder("acme")
                .userId("u17")
                .traits(Map.of("name", "Acme", "plan", "enterprise")));
        client.enqueue(com.rudderstack.sdk.java.analytics.messages.TrackMessage.builder("Report Exported")
                .userId("u17")
                .properties(Map.of("pages", 3)));
        client.flush();

        await().atMost(Duration.ofSeconds(20)).until(() -> accepted() == 3);
        client.shutdown();
        assertAnnOfAcmeExportedAReport(days.today());
    }

    @Test
    void segmentForNode() throws Exception {
        replay("segment-node");

        assertAnnOfAcmeExportedAReport(LocalDate.parse("2026-11-23"));
        assertThat(usage("Viewed Pricing page", LocalDate.parse("2026-11-23"))).isEqualTo(1);
        assertThat(users()).containsExactly("u17", "u18");
        assertThat(attributes("u17")).containsEntry("address.city", "Oslo");
    }

    @Test
    void rudderStackForNodeWithGzip() throws Exception {
        replay("rudder-node");

        assertAnnOfAcmeExportedAReport(LocalDate.parse("2026-11-23"));
    }

    @Test
    void postHogForNode() throws Exception {
        replay("posthog-node");

        assertAnnOfAcmeExportedAReport(LocalDate.parse("2026-11-23"));
        assertThat(usage("Viewed a page", LocalDate.parse("2026-11-23"))).isEqualTo(1);
    }

    private void replay(String client) throws Exception {
        var answers = Recorded.of(client).replay(port, source.key());

        assertThat(answers).allSatisfy(it -> {
            assertThat(it.statusCode()).as(it.body()).isEqualTo(200);
            assertThat(it.body()).contains("\"rejected\":[]");
        });
        // Clients repeat what they think was lost.
        assertThat(Recorded.of(client).replay(port, source.key()))
                .allSatisfy(it -> assertThat(it.body()).contains("\"accepted\":0,"));
    }

    private void assertAnnOfAcmeExportedAReport(LocalDate day) {
        Account acme = accounts.withKey("acme").orElseThrow();
        assertThat(acme.name()).isEqualTo("Acme");
        assertThat(acme.plan()).isEqualTo("enterprise");
        assertThat(usage("Report Exported", day)).isPositive();
        assertThat(attributes("u17")).contains(Map.entry("name", "Ann Lee"), Map.entry("email", "ann@acme.example"));
        assertThat(jdbc.sql("select count(*) from unplaced_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private double usage(String feature, LocalDate day) {
        var over = new Days(day.minusDays(1), day.plusDays(1));
        var acme = accounts.withKey("acme").orElseThrow();
        return facts.of(acme.id(), over).usage().events(feature, over);
    }

    private List<String> users() {
        return jdbc.sql("select key from account_user order by key")
                .query((row, _) -> row.getString("key"))
                .list();
    }

    private Map<String, String> attributes(String user) {
        return jdbc
                .sql("""
                        select a.key, a.value from account_user u, jsonb_each_text(u.attributes) a
                        where u.key = :user
                        """)
                .param("user", user)
                .query((row, _) -> Map.entry(row.getString("key"), row.getString("value")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int accepted() {
        return jdbc.sql("select coalesce(sum(accepted), 0) from source_day")
                .query(Integer.class)
                .single();
    }
}
