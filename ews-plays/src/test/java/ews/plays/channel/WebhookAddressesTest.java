package ews.plays.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.testing.Receiver;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {

    private final WebhookAddresses addresses = new WebhookAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:5432/",
                "http://127.1.2.3/",
                "http://localhost/",
                "http://LOCALHOST:8080/",
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://100.64.0.1/",
                "http://100.100.100.200/latest/meta-data/",
                "http://168.63.129.16/",
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.0.1/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.0.0.192/",
                "http://192.0.2.1/",
                "http://192.168.0.1/",
                "http://198.18.0.1/",
                "http://198.51.100.1/",
                "http://203.0.113.1/",
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::1]/",
                "https://[0:0:0:0:0:0:0:1]:8443/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[100::1]/",
                "http://[2001::1]/",
                "http://[2001:db8::1]/",
                "http://[2002:7f00:1::]/",
                "http://[3fff::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/"
            })
    void whatIsNotOnThePublicInternetIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> addresses.check(url))
                .withMessageContaining("is not on the public internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_",
                "jar:http://127.0.0.1!/",
                "http:///nowhere",
                "http://user:secret@hooks.example.com/",
                "http://127.0.0.1@hooks.example.com/",
                "http://2130706433/",
                "http://127.1/",
                "http://hooks.example.com\\@127.0.0.1/",
                "http://hooks.example.com/\r\nHost: other",
                "http://ⓛocalhost/"
            })
    void whatIsNoPlainAddressOfHttpIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> addresses.check(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "https://1.1.1.1:8443/hook?a=b",
                "https://[2606:4700:4700::1111]/",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "https://not-yet-there.invalid/hook"
            })
    void whatIsPublicOrNotKnownYetIsTaken(String url) {
        assertThatCode(() -> addresses.check(url)).doesNotThrowAnyException();
    }

    @Test
    void theClientItselfConnectsToNoPrivateAddress() throws Exception {
        var client = new WebhookClient(addresses);
        try (var canary = new Receiver()) {
            String byName = canary.url().replace("127.0.0.1", "localhost");

            assertThatThrownBy(() -> client.post(canary.url(), "{}", Map.of())).isInstanceOf(PrivateAddress.class);
            assertThatThrownBy(() -> client.post(byName, "{}", Map.of())).isInstanceOf(PrivateAddress.class);
            // Whether this is an address or a name depends on the system.
            String asHex = canary.url().replace("127.0.0.1", "0x7f000001");
            assertThatThrownBy(() -> client.post(asHex, "{}", Map.of())).isInstanceOf(UnknownHostException.class);
            assertThat(canary.requests()).isEmpty();
        } finally {
            client.destroy();
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        var client = new WebhookClient(new WebhookAddresses(true));
        try (var receiver = new Receiver();
                var canary = new Receiver()) {
            receiver.redirects(canary.url());

            assertThat(client.post(receiver.url(), "{}", Map.of()).status()).isEqualTo(302);
            assertThat(canary.requests()).isEmpty();
        } finally {
            client.destroy();
        }
    }
}
