package ews.plays.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may lead: to http and https on the public internet, so that nobody reaches what only this machine can.
 * The HTTP client resolves names with it, and so connects to the very addresses that were judged.
 */
@Component
class WebhookAddresses extends SystemDefaultDnsResolver {

    private static final int LONGEST = 2_000;

    private final boolean allowPrivate;

    WebhookAddresses(@Value("${ews.webhooks.allow-private:false}") boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /**
     * Judges an address as it is typed. A name that leads nowhere yet is no reason to refuse it.
     *
     * @throws IllegalArgumentException if nothing may be sent there; the message says why
     */
    void check(String url) {
        URI uri = read(url);
        try {
            resolve(uri.getHost());
        } catch (PrivateAddress e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (UnknownHostException _) {
            // It may be known when there is something to send.
        }
    }

    /** @throws IllegalArgumentException if it is not an address of http or https */
    static URI read(String url) {
        try {
            var uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && url.length() <= LONGEST) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "An address like https://hooks.example.com/ews, without a user name or password in it.");
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = super.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !PublicNetwork.has(address)) {
                throw new PrivateAddress(host, address);
            }
        }
        return addresses;
    }
}
