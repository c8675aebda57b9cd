package ews.plays.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name leads to an address that is not on the public internet. */
final class PrivateAddress extends UnknownHostException {

    private static final long serialVersionUID = 1;

    PrivateAddress(String host, InetAddress address) {
        super("%s is %s, which is not on the public internet. If it is meant, set EWS_WEBHOOKS_ALLOW_PRIVATE=true."
                .formatted(host, address.getHostAddress()));
    }
}
