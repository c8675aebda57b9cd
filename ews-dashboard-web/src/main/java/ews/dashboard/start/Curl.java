package ews.dashboard.start;

import ews.domain.time.OrganisationDays;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A first command to copy: it sends one event to this server, as the reader's browser knows it. */
@Component
public class Curl {

    private final OrganisationDays days;

    Curl(OrganisationDays days) {
        this.days = days;
    }

    /** Must be called while a request is being served, whose address it takes. */
    public String sending(String key) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v1/events")
                .toUriString();
        return """
                curl %s \\
                  -H "Authorization: Bearer %s" \\
                  -H "Content-Type: application/json" \\
                  -d '{"events":[{"type":"usage","id":"first-event","time":"%s","account":"acme","user":"ada","name":"report.exported"}]}'\
                """.formatted(address, key, days.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
