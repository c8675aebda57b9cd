package ews.dashboard.setup.source;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.sensors.fact.NameReplays;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which an admin says what the events of a source count as. */
class NamePagesTest extends FormTest {

    @Autowired
    private Sources sources;

    @Autowired
    private NameReplays replays;

    private String page = "";
    private String key = "";

    @BeforeEach
    void aSourceThatHasSentSomething() {
        NewKey product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.of(admin));
        key = product.key();
        page = "/setup/sources/%d/names".formatted(product.source().id().value());
        send(key, usage("e1", "Signed In") + "," + usage("e2", "debug_a") + "," + usage("e3", "Saved, again"));
    }

    @Test
    void namesCountAsWhatAnAdminSays() {
        assertThat(html(get(page.replace("/names", "")))).contains("usage events of 3 names");
        assertThat(html(get(page)))
                .contains("Signed In", "debug_a", "Saved, again")
                .doesNotContain("For stored events");

        assertThat(follow(post(page, "name", "Signed In", "as", "login")))
                .contains(
                        "From now on, Signed In counts as that.",
                        "Login",
                        "Stored events of 1 account still count as before");
        assertThat(follow(post(page, "name", "Saved, again", "as", "outcome", "called", "Hours saved")))
                .contains("Hours saved");
        follow(post(page, "prefix", "debug_", "as", "ignored"));
        send(key, usage("e4", "Signed In"));
        assertThat(features()).containsExactly("Saved, again", "Signed In", "debug_a", "login");

        follow(post(page + "/replay"));
        assertThat(html(get(page))).contains("Stored events are read with the rules of now", "every 1s");
        replays.work();

        assertThat(features()).containsExactly("login");
        assertThat(html(get(page)))
                .doesNotContain("For stored events", "every 1s")
                .contains("debug_*");
        assertThat(html(get(page + "?undecided=true"))).contains("None found");
        assertThat(audited()).contains("event_name.decided", "event_names.replayed");
    }

    @Test
    void aRuleIsRemoved() {
        follow(post(page, "name", "Signed In", "as", "login"));

        assertThat(follow(post(page + "/removal", "pattern", "Signed In"))).contains("The rule is gone");

        assertThat(jdbc.sql("select count(*) from name_rule")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThat(follow(post(page, "as", "login"))).contains("Choose at least one name.");
        assertThat(follow(post(page, "name", "Signed In", "as", "outcome")))
                .contains("Say towards which goal it is an outcome.");
        assertThat(follow(post(page, "name", "Signed In", "as", "what"))).contains("countsAs must be");
    }

    @Test
    void namesAreFoundAndPaged() {
        var events = new StringBuilder(usage("n0", "name 0"));
        for (int i = 1; i < 120; i++) {
            events.append(",").append(usage("n" + i, "name " + i));
        }
        send(key, events.toString());

        assertThat(html(get(page))).contains("Less frequent").doesNotContain("More frequent");
        assertThat(html(get(page + "?page=1"))).contains("More frequent").doesNotContain("Less frequent");
        assertThat(html(get(page + "?q=NAME 117"))).contains("name 117").doesNotContain("name 11<", "Signed In");
    }

    private List<String> features() {
        return jdbc.sql("""
                        select f.name from account_feature a join feature f on f.id = a.feature_id order by f.name collate "C"
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static String usage(String id, String name) {
        return """
                {"type": "usage", "id": "%s", "time": "%sT10:00:00Z", "account": "acme", "user": "u1", "name": "%s"}
                """.formatted(id, LocalDate.now(ZoneOffset.UTC).minusDays(3), name);
    }
}
