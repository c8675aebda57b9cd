package ews.detection;

import ews.testing.TickingClock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@SpringBootApplication(scanBasePackages = {"ews.domain", "ews.detection"})
public class TestApplication {

    @Bean
    @Primary
    TickingClock tickingClock() {
        return new TickingClock(Instant.parse("2026-06-17T10:00:00Z"));
    }
}
