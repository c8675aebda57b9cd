package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.domain.audit.Actor;
import ews.domain.member.Members;
import ews.testing.TestDatabase;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of the sample company, which is small here. */
@SpringBootTest(
        classes = TestApplication.class,
        properties = "ews.sample.customers=20",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class SampleTest {

    static final Actor ADMIN = new Actor(null, "Ada");

    @Autowired
    SampleCompany company;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    void clear() {
        company.remove(ADMIN);
        TestDatabase.clear();
    }

    /** Waits until it is there; one that is there already stays as it is. */
    void start() {
        company.start(ADMIN);
        await().atMost(Duration.ofMinutes(10)).until(() -> {
            Progress progress = company.progress();
            assertThat(progress.failure()).isNull();
            return progress.finished();
        });
    }

    long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
