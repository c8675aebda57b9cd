package ews.dashboard.operation;

import ews.dashboard.security.FirstAdmin;
import ews.sensors.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** For automation: makes the first admin and the source key that the environment names, where there are none. */
@Component
class Bootstrap implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final int ADVISED_LENGTH = 15;

    private static final String SOURCE = "Bootstrap";

    private final FirstAdmin firstAdmin;
    private final Sources sources;
    private final String email;
    private final String password;
    private final String sourceKey;

    Bootstrap(
            FirstAdmin firstAdmin,
            Sources sources,
            @Value("${ews.bootstrap.admin-email}") String email,
            @Value("${ews.bootstrap.admin-password}") String password,
            @Value("${ews.bootstrap.source-key}") String sourceKey) {
        this.firstAdmin = firstAdmin;
        this.sources = sources;
        this.sourceKey = sourceKey;
        this.email = email;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!sourceKey.isBlank()) {
            sources.ensure(SOURCE, sourceKey);
        }
        if (!email.isBlank() && !password.isBlank()) {
            ensureAdmin();
        }
    }

    private void ensureAdmin() {
        try {
            if (firstAdmin.ensure(email, password)) {
                LOG.info("Made the first admin, {}", email);
                if (password.length() < ADVISED_LENGTH) {
                    LOG.warn(
                            "The password of {} is shorter than {} characters; change it at /me",
                            email,
                            ADVISED_LENGTH);
                }
            }
        } catch (IllegalArgumentException e) {
            LOG.error("Made no admin, since EWS_BOOTSTRAP_ADMIN_EMAIL is \"{}\". {}", email, e.getMessage());
        }
    }
}
