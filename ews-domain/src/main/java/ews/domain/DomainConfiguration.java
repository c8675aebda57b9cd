package ews.domain;

import ews.domain.time.OrganisationDays;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, and the organisation's days. */
@Configuration(proxyBeanMethods = false)
class DomainConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Databases read offsets the other way round than Java does, and people whose clocks change have none. */
    @Bean
    OrganisationDays organisationDays(Clock clock, @Value("${ews.zone:UTC}") ZoneId zone) {
        if (zone.getId().matches("(UTC|GMT|UT)?[+-].*")) {
            throw new IllegalArgumentException(
                    "The time zone %s of EWS_ZONE is an offset: please name a place, such as Europe/Berlin, or UTC."
                            .formatted(zone));
        }
        return new OrganisationDays(clock, zone);
    }
}
