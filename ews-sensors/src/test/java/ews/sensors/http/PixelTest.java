package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls as Totango's tracking makes them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PixelTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Accounts accounts;

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
    void anActivityIsUsageAndTheAnswerAPicture() {
        var answer = get("sdr_o=acme&sdr_odn=Acme%20Inc&sdr_u=ann%40acme.example&sdr_a=Export&sdr_m=Reports");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(usage()).containsExactly("acme ann@acme.example Reports: Export");
        assertThat(accounts.withKey("acme").orElseThrow().name()).isEqualTo("Acme Inc");
    }

    @Test
    void theSameActivityAgainCountsAgain() {
        get("sdr_o=acme&sdr_u=u1&sdr_a=Export");
        get("sdr_o=acme&sdr_u=u1&sdr_a=Export");

        assertThat(usage()).hasSize(2);
    }

    @Test
    void attributesComeWithoutAnActivityToo() {
        new Client(port, null)
                .post(
                        "/pixel.gif/",
                        ("sdr_s=" + source.key()
                                        + "&sdr_o=acme&sdr_o.Contract%20Value=1000&sdr_o.plan=gold&sdr_u=u1&sdr_u.name=Ann+Lee")
                                .getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");

        assertThat(usage()).isEmpty();
        assertThat(accounts.withKey("acme").orElseThrow().plan()).isEqualTo("gold");
        assertThat(jdbc.sql("select value from attribute_change where name = 'Contract Value'")
                        .query((row, _) -> row.getString("value"))
                        .single())
                .isEqualTo("1000");
        assertThat(jdbc.sql("select attributes ->> 'name' as name from account_user")
                        .query((row, _) -> row.getString("name"))
                        .single())
                .isEqualTo("Ann Lee");
    }

    @Test
    void whatLacksItsAccountIsKeptAmongTheRejected() {
        assertThat(get("sdr_u=u1&sdr_a=Export").status()).isEqualTo(200);

        assertThat(jdbc.sql("select code from reject")
                        .query((row, _) -> row.getString("code"))
                        .single())
                .isEqualTo("missing_account");
    }

    @Test
    void anUnknownServiceIsRefused() {
        assertThat(new Client(port, null)
                        .get("/pixel.gif?sdr_s=SP-1234&sdr_o=acme&sdr_a=Export")
                        .status())
                .isEqualTo(401);
    }

    private Client.Answer get(String parameters) {
        return new Client(port, null).get("/pixel.gif?sdr_s=" + source.key() + "&" + parameters);
    }

    private List<String> usage() {
        return jdbc.sql("""
                        select a.key || ' ' || u.key || ' ' || f.name line
                        from event e join account a on a.id = e.account_id
                        join account_user u on u.account_id = e.account_id and u.id = e.user_id
                        join feature f on f.id = e.feature_id
                        """).query((row, _) -> row.getString("line")).list();
    }
}
