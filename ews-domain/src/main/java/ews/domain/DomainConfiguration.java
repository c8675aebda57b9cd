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

    @Bean
    OrganisationDays organisationDays(Clock clock, @Value("${ews.zone:UTC}") ZoneId zone) {
        return new OrganisationDays(clock, zone);
    }
}
