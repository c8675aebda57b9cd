package ews.dashboard.setup.source;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.domain.event.EventType;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

class TryItTest extends FormTest {

    private static final Pattern EVENT = Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    @Autowired
    private Sources sources;

    private String at;

    @BeforeEach
    void connectASource() {
        Source product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.of(admin))
                .source();
        at = "/setup/sources/%s/try".formatted(product.id());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void offersAnEventOfEachTypeThatIsTaken(EventType type) {
        String event = eventIn(html(get(at + "?type=" + type.code())));

        assertThat(event).contains("\"type\": \"" + type.code() + "\"");
        assertThat(html(post(at, "body", event, "action", "send")))
                .contains("It was taken, and counts for the account try-out.", "See its events");
        assertThat(logged()).isEqualTo(1);
    }

    @Test
    void saysThatItWasTakenBefore() {
        String event = eventIn(html(get(at)));
        post(at, "body", event, "action", "send");

        assertThat(html(post(at, "body", event, "action", "send"))).contains("The same event was taken before");
        assertThat(logged()).isEqualTo(1);
    }

    @Test
    void onlyChecksWhereThatIsAllThatIsAskedFor() {
        String event = eventIn(html(get(at)));

        assertThat(html(post(at, "body", event, "action", "check"))).contains("It would be taken");
        assertThat(logged()).isZero();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        String event = eventIn(html(get(at + "?type=subscription"))).replace("active", "paused");

        String page = html(post(at, "body", event, "action", "send"));

        assertThat(page).contains("unknown_status", "status must be");
        assertThat(eventIn(page)).isEqualTo(event);
        assertThat(html(post(at, "body", "{\"type\":", "action", "send"))).contains("malformed");
        assertThat(html(post(at, "body", ""))).contains("There is no event.");
        assertThat(logged()).isZero();
    }

    @Test
    void isNotThereForASourceThatMayNotSend() {
        Source reader = sources.create("Warehouse", Set.of(Scope.READ), false, Actor.of(admin))
                .source();

        assertThat(get("/setup/sources/%s/try".formatted(reader.id()))).hasStatus(404);
        assertThat(html(get("/setup/sources/" + reader.id()))).doesNotContain("Try it");
    }

    private static String eventIn(String page) {
        Matcher event = EVENT.matcher(page);
        assertThat(event.find()).as(page).isTrue();
        return HtmlUtils.htmlUnescape(event.group(1));
    }

    private int logged() {
        return jdbc.sql("select count(*) from event")
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
