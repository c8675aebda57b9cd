package ews.plays;

import ews.testing.TickingClock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The plays and the domain, on a clock that stands still on a Thursday. */
@SpringBootApplication(scanBasePackages = {"ews.domain", "ews.plays"})
public class TestApplication {

    @Bean
    @Primary
    TickingClock tickingClock() {
        return new TickingClock(Given.THURSDAY);
    }
}
