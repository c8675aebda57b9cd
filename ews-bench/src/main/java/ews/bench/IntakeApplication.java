package ews.bench;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The intake alone, over HTTP: no scoring, no pages, so that what is measured is what is named. */
@SpringBootApplication(scanBasePackages = {"ews.domain", "ews.sensors"})
@Import(Nothing.class)
class IntakeApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(IntakeApplication.class);
        application.setDefaultProperties(
                Map.of("spring.threads.virtual.enabled", "true", "spring.main.banner-mode", "off"));
        application.run(arguments);
    }
}
