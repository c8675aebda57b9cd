package ews.detection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ews.detection.inbox.InboxPolicies;
import ews.detection.inbox.InboxPolicy;
import ews.detection.inbox.QuietHours;
import ews.domain.audit.Actor;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** How new alerts reach people, in a file. */
@SpringBootTest
class ConfiguredInboxTest {

    private static final InboxPolicy NIGHTS =
            new InboxPolicy(12, new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 30), true));

    @Autowired
    private Configurations configurations;

    @Autowired
    private InboxPolicies policies;

    @BeforeEach
    void asInstalled() {
        TestDatabase.clear();
    }

    static Stream<InboxPolicy> policies() {
        return Stream.of(
                NIGHTS,
                new InboxPolicy(20, null),
                new InboxPolicy(null, null),
                new InboxPolicy(null, new QuietHours(null, null, true)));
    }

    @ParameterizedTest
    @MethodSource
    void policies(InboxPolicy policy) {
        Configuration wanted = with(policy);

        assertThat(ConfigurationText.configuration(yaml(wanted))).isEqualTo(wanted);
    }

    @Test
    void readsLikeThis() {
        assertThat(ConfigurationText.yaml(with(NIGHTS))).endsWith("""
                inbox:
                  budget: 12
                  quietHours:
                    from: "20:00"
                    to: "07:30"
                    weekends: true
                """);
    }

    @Test
    void isPlannedAndApplied() {
        Plan plan = configurations.apply(with(NIGHTS), null, "Nights off", Actor.SYSTEM);

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("Inbox");
            assertThat(change.details())
                    .containsExactly(
                            "At most 12 new alerts at once in the inbox of a CSM, it was 20",
                            "Quiet hours: from 20:00 to 07:30, and Saturday and Sunday, it was: none");
        });
        assertThat(plan.changesHealth()).isFalse();
        assertThat(policies.current()).isEqualTo(NIGHTS);
        assertThat(configurations.plan(with(NIGHTS)).changesNothing()).isTrue();
    }

    @Test
    void staysAsItIsWhereTheFileSaysNothingAboutIt() {
        policies.change(NIGHTS, Actor.SYSTEM);

        Configuration silent =
                new Configuration(configurations.now().configuration().segments());

        assertThat(configurations.plan(silent).changesNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budget: 12     | budget: 0     | inbox.budget: must be a whole number from 1 to 500
            budget: 12     | bugdet: 12    | inbox.bugdet: there is no such field; use budget, quietHours
            from: "20:00"  | from: "8 pm"  | inbox.quietHours.from: must be a time of the day in quotes, like "07:30"
            to: "07:30"    | to: "20:00"   | inbox.quietHours: Quiet hours must end at another time than they begin
            weekends: true | weekends: yes | inbox.quietHours.weekends: must be true or false
            """)
    void namesThePlaceOfWhatIsWrong(String right, String wrong, String problem) {
        byte[] text = ConfigurationText.yaml(with(NIGHTS)).replace(right, wrong).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> ConfigurationText.configuration(text))
                .withMessage(problem);
    }

    private Configuration with(InboxPolicy policy) {
        return new Configuration(configurations.now().configuration().segments(), null, policy);
    }

    private static byte[] yaml(Configuration configuration) {
        return ConfigurationText.yaml(configuration).getBytes(StandardCharsets.UTF_8);
    }
}
