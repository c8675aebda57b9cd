package ews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Etc/GMT-2", "UTC", "GMT", "Z"})
    void theOrganisationIsSomewhere(String zone) {
        assertThat(new DomainConfiguration()
                        .organisationDays(Clock.systemUTC(), ZoneId.of(zone))
                        .zone())
                .isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "UTC+2", "GMT-05:30"})
    void anOffsetIsNoPlace(String zone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DomainConfiguration().organisationDays(Clock.systemUTC(), ZoneId.of(zone)))
                .withMessageContaining("please name a place, such as Europe/Berlin, or UTC");
    }
}
