package ews.dashboard.operation;

import ews.dashboard.security.FirstAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** For automation: makes the admin that the environment names, unless there is an admin. */
@Component
class Bootstrap implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final int ADVISED_LENGTH = 15;

    private final FirstAdmin firstAdmin;
    private final String email;
    private final String password;

    Bootstrap(
            FirstAdmin firstAdmin,
            @Value("${ews.bootstrap.admin-email}") String email,
            @Value("${ews.bootstrap.admin-password}") String password) {
        this.firstAdmin = firstAdmin;
        this.email = email;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (email.isBlank() || password.isBlank()) {
            return;
        }
        if (firstAdmin.ensure(email, password)) {
            LOG.info("Made the first admin, {}", email);
            if (password.length() < ADVISED_LENGTH) {
                LOG.warn("The password of {} is shorter than {} characters; change it at /me", email, ADVISED_LENGTH);
            }
        }
    }
}
