package ews.browser;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A browser test of what is sent: with a real mail server, webhooks that may lead to this machine, and a clock that
 * leaps. All of them share one application.
 */
@Import(LeapingClock.class)
public abstract class SendingBrowserTest extends BrowserTest {

    /** Lives as long as the test run. */
    private static final ServerSetup SMTP = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    private static final GreenMail MAIL = new GreenMail(SMTP);

    @Autowired
    protected LeapingClock clock;

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SMTP::getPort);
        registry.add("ews.mail.from", () -> "ews@example.org");
        registry.add("ews.webhooks.allow-private", () -> "true");
    }

    @BeforeEach
    void noEmails() throws Exception {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
        MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void backToToday() {
        clock.comeBack();
    }

    /** The emails that came in, once there are so many. */
    protected List<MimeMessage> received(int emails) {
        await().until(() -> MAIL.getReceivedMessages().length >= emails);
        return List.of(MAIL.getReceivedMessages());
    }

    protected static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    protected static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
