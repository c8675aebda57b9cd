package ews.dashboard.setup.source;

import ews.domain.time.OrganisationDays;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What to write into the clients that people have already, so that they send to this server. */
@Component
class Clients {

    private final OrganisationDays days;

    Clients(OrganisationDays days) {
        this.days = days;
    }

    /**
     * @param name of the product and its language
     * @param code with the address and the key
     */
    record Client(String name, String code) {}

    /**
     * Must be called while a request is being served, whose address it takes.
     *
     * @param key of the source, or what stands for it where it is not known any more
     */
    List<Client> with(String key) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return List.of(
                new Client("Segment for Node.js", """
                        import { Analytics } from '@segment/analytics-node'
                        const analytics = new Analytics({ writeKey: '%s', host: '%s' })\
                        """.formatted(key, address)),
                new Client("Segment for browsers", """
                        import { AnalyticsBrowser } from '@segment/analytics-next'
                        const analytics = AnalyticsBrowser.load(
                          { writeKey: '%s', cdnSettings: { integrations: { 'Segment.io': {} } } },
                          { integrations: { 'Segment.io': { apiHost: '%s/v1', protocol: '%s' } } })\
                        """.formatted(
                                key, address.replaceFirst("^https?://", ""), address.replaceFirst(":.*", ""))),
                new Client("Segment for Java", """
                        Analytics analytics = Analytics.builder("%s").endpoint("%s").build();\
                        """.formatted(key, address)),
                new Client("RudderStack for Node.js", """
                        const Analytics = require('@rudderstack/rudder-sdk-node')
                        const analytics = new Analytics('%s', { dataPlaneUrl: '%s' })\
                        """.formatted(key, address)),
                new Client("RudderStack for Java", """
                        RudderAnalytics analytics = RudderAnalytics.builder("%s").setDataPlaneUrl("%s").build();\
                        """.formatted(key, address)),
                new Client("PostHog for Node.js", """
                        import { PostHog } from 'posthog-node'
                        const posthog = new PostHog('%s', { host: '%s' })\
                        """.formatted(key, address)),
                new Client("Totango tracking", """
                        %s/pixel.gif?sdr_s=%s&sdr_o=acme&sdr_odn=Acme&sdr_u=ada&sdr_m=Reports&sdr_a=Exported\
                        """.formatted(address, key)),
                new Client("CloudEvents", """
                        curl %s/v1/cloudevents \\
                          -H "Authorization: Bearer %s" \\
                          -H "Content-Type: application/cloudevents+json" \\
                          -d '{"specversion":"1.0","id":"1","source":"/reports","type":"report.exported","time":"%s","account":"acme","user":"ada"}'\
                        """.formatted(address, key, days.now().truncatedTo(ChronoUnit.SECONDS))));
    }
}
