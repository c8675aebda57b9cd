package ews.sensors.vendor;

import ews.domain.audit.Actor;
import ews.sensors.source.Source;
import ews.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /**
     * A delivery in the shape of its vendor's, with other values.
     *
     * @param file below {@code recorded}, without its extension
     * @param changes a JSON pointer and its new value, by turns
     */
    protected static String said(String file, String... changes) {
        try (InputStream in = VendorTest.class.getResourceAsStream("/recorded/" + file + ".json")) {
            JsonNode body = JsonMapper.shared().readTree(in);
            for (int i = 0; i < changes.length; i += 2) {
                set(body, changes[i], changes[i + 1]);
            }
            return body.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(JsonNode body, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) body.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        JsonNode before = parent.path(name);
        if (before.isNumber() || before.isBoolean()) {
            parent.set(name, JsonMapper.shared().readTree(value));
        } else {
            parent.put(name, value);
        }
    }

    /** The code of a text, made without what is tested. */
    protected static byte[] hmac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query as text, each of one column. */
    protected List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }
}
