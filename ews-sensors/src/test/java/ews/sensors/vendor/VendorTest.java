package ews.sensors.vendor;

import ews.domain.audit.Actor;
import ews.sensors.source.Source;
import ews.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test that sends what a vendor sends, and looks at what becomes of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class VendorTest {

    @Autowired
    protected VendorWebhooks webhooks;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final Vendor vendor;
    private final String secret;
    protected VendorWebhook webhook;
    protected Hook hook;

    /** @param secret with which the tests sign */
    protected VendorTest(Vendor vendor, String secret) {
        this.vendor = vendor;
        this.secret = secret;
    }

    @BeforeEach
    void connect() {
        TestDatabase.clear();
        Source source = webhooks.create(vendor.title(), vendor, Actor.SYSTEM);
        webhooks.setSecret(source.id(), secret, Actor.SYSTEM);
        webhook = webhooks.of(source.id()).orElseThrow();
        hook = new Hook(port, webhook.address());
    }

    /** The rows of a query as text, each of one column. */
    protected List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }
}
