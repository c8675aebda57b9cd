package ews.plays.channel;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address at which members reach EWS: what messages link to. Nothing that a request says is believed. */
@Component
public class OwnAddress {

    private final String address;

    /** @throws IllegalArgumentException if it is none */
    OwnAddress(@Value("${ews.url:}") String address) {
        this.address = address.strip().replaceAll("/+$", "");
        if (!this.address.isEmpty() && !isOfTheWeb(this.address)) {
            throw new IllegalArgumentException(
                    "EWS_URL is an address like https://ews.example.com; got \"%s\"".formatted(address));
        }
    }

    private static boolean isOfTheWeb(String address) {
        URI uri = URI.create(address);
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
    }

    /**
     * Where a page is; empty where nobody has told EWS its address.
     *
     * @param path of the page, from {@code /}
     */
    public Optional<String> of(String path) {
        return address.isEmpty() ? Optional.empty() : Optional.of(address + path);
    }
}
