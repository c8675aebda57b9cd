package ews.dashboard.setup.source;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.EventIntake;
import ews.sensors.reject.Reject;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RejectsTest extends FormTest {

    @Autowired
    private Sources sources;

    @Autowired
    private EventIntake intake;

    @Autowired
    private NativeDialect dialect;

    @Autowired
    private Rejects rejects;

    private Source product;
    private String at;

    @BeforeEach
    void somethingWrongComesIn() {
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.of(admin))
                .source();
        at = "/setup/sources/%s/rejects".formatted(product.id());
        String events = """
                {"events": [
                  {"type": "subscription", "id": "c1", "time": "2026-02-20T10:00:00Z", "account": "acme", "status": "paused"},
                  {"type": "subscription", "id": "c2", "time": "2026-02-20T10:00:00Z", "account": "acme", "status": "<b>"},
                  {"type": "usage", "id": "u1", "time": "2026-02-20T10:00:00Z", "name": "report"}]}
                """;
        intake.accept(
                dialect.read(product, events.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void areFoundByWhatIsWrongAndByWhatStandsInThem() {
        assertThat(html(get(at))).contains("3 open", "unknown_status (2)", "c1, event", "u1, event");
        assertThat(html(get(at + "?code=unknown_status"))).contains("2 open").doesNotContain("u1, event");
        assertThat(html(get(at + "?q=REPORT"))).contains("1 open", "u1, event");
        assertThat(html(get(at + "?q=nowhere"))).contains("None found");
        assertThat(html(get("/setup/sources/" + product.id()))).contains("Find, correct, replay", "unknown_status");
    }

    @Test
    void areCorrectedAndReplayed() {
        Reject reject = with("c1");

        String page = follow(
                post(at + "/" + reject.id() + "/replay", "body", reject.body().replace("paused", "trial")));

        assertThat(page).contains("It was taken when it was replayed");
        assertThat(html(get(at))).contains("2 open");
        assertThat(html(get(at + "?state=settled"))).contains("1 settled", "taken when it was replayed");
        assertThat(audited()).contains("reject.replayed");
    }

    @Test
    void keepWhatWasTypedWhenTheyAreStillWrong() {
        Reject reject = with("c1");

        String page = html(
                post(at + "/" + reject.id() + "/replay", "body", reject.body().replace("paused", "<script>")));

        assertThat(page).contains("It is still wrong", "&lt;script&gt;").doesNotContain("<script>\"");
        assertThat(rejects.count(product.id(), RejectFilter.OPEN, 10)).isEqualTo(3);
    }

    @Test
    void areReplayedTogetherAndSayWhatStaysWrong() {
        assertThat(follow(post(at + "/replay", "code", "unknown_status"))).contains("2 are still wrong.");
    }

    @Test
    void areDismissed() {
        assertThat(follow(post(at + "/" + with("c1").id() + "/dismissal"))).contains("It was dismissed");
        assertThat(follow(post(at + "/dismissal", "q", "report"))).contains("One was dismissed.");
        assertThat(follow(post(at + "/dismissal"))).contains("One was dismissed.", "0 open");
        assertThat(audited()).contains("reject.dismissed", "rejects.dismissed");
    }

    @Test
    void areShownAsTheyWereSent() {
        String page = html(get(at + "/" + with("c2").id()));

        assertThat(page).contains("unknown_status", "id c2", "&lt;b&gt;").doesNotContain("<b>\"");
    }

    @Test
    void comePageByPage() {
        jdbc.sql("""
                        insert into reject (source_id, received_at, dialect, place, code, detail, body)
                        select :source, now(), 0, n, 'bad', 'reason number ' || n || '.', '{}' from generate_series(1, 60) n
                        """).param("source", product.id().value()).update();
        String first = html(get(at));
        Matcher older = Pattern.compile("before=([0-9]+)").matcher(first);

        assertThat(older.find()).isTrue();
        assertThat(first).contains("reason number 60.").doesNotContain("reason number 5.");
        assertThat(html(get(at + "?before=" + older.group(1)))).contains("reason number 5.", "c1, event");
    }

    @Test
    void ofAnotherSourceAreNotThere() {
        Source other = sources.create("Other", Set.of(Scope.WRITE), false, Actor.of(admin))
                .source();

        assertThat(get("/setup/sources/%s/rejects/%d"
                        .formatted(other.id(), with("c1").id())))
                .hasStatus(404);
    }

    private Reject with(String messageId) {
        List<Reject> found = rejects.of(product.id(), new RejectFilter(false, null, messageId), Rejects.NEWEST, 10);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
