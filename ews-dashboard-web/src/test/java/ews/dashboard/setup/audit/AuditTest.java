package ews.dashboard.setup.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditTest extends FormTest {

    @Autowired
    private AuditLog log;

    @Test
    void showsWhoDidWhat() {
        log.record(Actor.of(admin), "profile.published", "segment Enterprise", Map.of("version", 3));

        assertThat(html(get("/setup/audit")))
                .contains("Ada Moreno", "profile published", "segment Enterprise", "version: 3");
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        for (int i = 100; i < 160; i++) {
            log.record(Actor.SYSTEM, "test.done", "thing " + i, Map.of());
        }
        String first = html(get("/setup/audit"));
        Matcher older = Pattern.compile("before=([0-9]+)").matcher(first);

        assertThat(older.find()).isTrue();
        assertThat(first).contains("thing 159", "thing 110").doesNotContain("thing 109");
        assertThat(first.indexOf("thing 159")).isLessThan(first.indexOf("thing 158"));
        assertThat(html(get("/setup/audit?before=" + older.group(1))))
                .contains("thing 109", "thing 100")
                .doesNotContain("thing 110", "Older");
    }

    @Test
    void saysThatNothingHappenedYet() {
        assertThat(html(get("/setup/audit"))).contains("No changes yet");
    }
}
