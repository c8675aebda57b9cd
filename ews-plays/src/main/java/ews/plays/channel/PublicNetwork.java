package ews.plays.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are on the public internet, by the special-purpose registries of IANA (RFC 6890 and later ones). */
final class PublicNetwork {

    /** What is not public of IPv4. */
    private static final List<Network> NOT_OF_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16", // link-local; the metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "168.63.129.16/32") // public by its number, but the metadata of Azure
            .map(Network::of)
            .toList();

    /** All that is public of IPv6, without what translates to IPv4 (64:ff9b::/96 is not in it). */
    private static final Network GLOBAL_6 = Network.of("2000::/3");

    /** What is not public of that: Teredo and other protocols, documentation, 6to4. */
    private static final List<Network> NOT_OF_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    private PublicNetwork() {}

    static boolean has(InetAddress address) {
        // Java makes IPv4 addresses of those that are mapped into IPv6.
        return address instanceof Inet4Address
                ? isNone(NOT_OF_4, address)
                : GLOBAL_6.contains(address) && isNone(NOT_OF_6, address);
    }

    private static boolean isNone(List<Network> networks, InetAddress address) {
        return networks.stream().noneMatch(it -> it.contains(address));
    }
}
