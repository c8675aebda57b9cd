package ews.dashboard.setup.source;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import ews.browser.BrowserTest;
import ews.domain.member.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Somebody who has never seen EWS connects Stripe, with nothing but its pages. */
class ConnectStripeBrowserTest extends BrowserTest {

    private static final String SECRET = "whsec_9sYq2mXhTn4Lr7Kc";

    private static String invoice(String id, String type, Instant created) {
        return """
                {"id":"%s","object":"event","created":%d,"type":"%s","data":{"object":{"id":"in_1","object":"invoice",
                 "customer":"cus_NffrFeUfNV2Hib","customer_name":"Quarry Foods","currency":"usd","amount_due":480000,
                 "due_date":%d}}}
                """.formatted(id, created.getEpochSecond(), type, created.getEpochSecond());
    }

    /** As Stripe's documentation describes it, and without our own code. */
    private static APIResponse deliver(Page page, String address, String body) throws Exception {
        long now = Instant.now().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String code = HexFormat.of().formatHex(mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8)));
        return page.request()
                .post(
                        address,
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("Stripe-Signature", "t=%d,v1=%s".formatted(now, code))
                                .setData(body));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void stripeIsConnectedFromThePagesAlone() throws Exception {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/sources");
        page.getByText("Connect a source").first().click();
        assertReadable(page, "source-new");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stripe"))
                .click();
        button(page, "Make an address").click();
        assertThat(page.locator("h1")).hasText("Stripe");
        assertReadable(page, "stripe-new");
        String address = page.locator("#address").innerText();

        assertThat(deliver(page, address, invoice("evt_0", "invoice.finalized", Instant.now()))
                        .status())
                .as("before the secret is known")
                .isEqualTo(401);
        button(page, "Try it out").click();
        assertThat(page.locator("main")).containsText("has not been entered yet");
        page.getByLabel("The secret").fill(SECRET);
        button(page, "Enter it").click();
        button(page, "Try it out").click();
        assertThat(page.locator("body")).containsText("checked and understood: an event of the type invoice");

        Instant issued = Instant.now().minusSeconds(3_600);
        assertThat(deliver(page, address, invoice("evt_2", "invoice.payment_failed", issued.plusSeconds(60)))
                        .status())
                .isEqualTo(200);
        assertThat(deliver(page, address, invoice("evt_1", "invoice.finalized", issued))
                        .status())
                .isEqualTo(200);
        deliver(page, address, invoice("evt_3", "invoice.created", issued));
        page.reload();
        assertThat(page.locator("main")).containsText("2 events wait");
        assertThat(page.locator("main")).containsText("invoice.created");

        page.getByText("Say whose it is").click();
        page.locator("input[name=account]").fill("quarry");
        assertReadable(page, "stripe-waiting");
        button(page, "It belongs there").click();
        assertThat(page.locator("body")).containsText("There is no account “quarry”.");
        page.getByText("Say whose it is").click();
        page.locator("input[name=account]").fill("quarry");
        page.getByLabel("it is the key of a new account").check();
        button(page, "It belongs there").click();
        assertThat(page.locator("body")).containsText("What waited for cus_NffrFeUfNV2Hib counts for quarry now.");
        assertThat(page.getByLabel("Latest events and their times")).containsText("quarry");
        page.getByText("Latest events").scrollIntoViewIfNeeded();
        assertReadable(page, "stripe-placed");
        settle();

        page.navigate("/accounts");
        page.navigate(page.locator("main a.open").getAttribute("data-page"));
        assertThat(page.locator("main")).containsText("payment failed");
    }
}
