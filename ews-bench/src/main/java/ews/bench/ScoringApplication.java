package ews.bench;

import ews.domain.source.Reservations;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Scoring and rules alone; its daily run begins when its row in {@code daily_run} is gone. */
@SpringBootApplication(scanBasePackages = {"ews.domain", "ews.detection"})
class ScoringApplication {

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** There are no sources: facts are written right away. */
    @Bean
    Reservations reservations() {
        return _ -> Map.of();
    }

    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(ScoringApplication.class);
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode", "off",
                "spring.datasource.hikari.connection-init-sql", "set random_page_cost = 1.1", // as the product does
                "db-scheduler.polling-interval", "1s",
                "db-scheduler.delay-startup-until-context-ready", "true"));
        return application.run(arguments);
    }
}
