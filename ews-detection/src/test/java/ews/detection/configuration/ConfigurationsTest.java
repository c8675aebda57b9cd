package ews.detection.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ews.detection.configuration.Configuration.Segment;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Condition;
import ews.domain.time.OrganisationDays;
import ews.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class ConfigurationsTest {

    private static final Actor ADA = new Actor(null, "Ada");

    @Autowired
    Configurations configurations;

    @Autowired
    Segments segments;

    @Autowired
    Profiles profiles;

    @Autowired
    OrganisationDays days;

    @Autowired
    JdbcClient jdbc;

    private Configuration starters = new Configuration(List.of());

    @BeforeEach
    void starterSegments() {
        TestDatabase.clear();
        starters = configurations.now().configuration();
    }

    @AfterEach
    void asTheyWere() {
        configurations.apply(starters, null, "Put back", ADA);
    }

    private Plan apply(Configuration wanted) {
        return configurations.apply(wanted, configurations.now().revision(), "A reason", ADA);
    }

    private Segment first() {
        return starters.segments().getFirst();
    }

    private int versions() {
        return profiles.all().size();
    }

    @Test
    void changesNothingWhenItIsAppliedAsItIs() {
        int versions = versions();

        Plan plan = configurations.apply(starters, null, "", ADA);

        assertThat(plan.changesNothing()).isTrue();
        assertThat(versions()).isEqualTo(versions);
        assertThat(audited()).isEmpty();
    }

    @Test
    void comesBackByteForByteFromAnInstallationWithoutAny() {
        var other = new Segment("büro", "Büro: \"groß\"", someCondition(), first().profile());
        apply(starters.with(other, 1));
        String exported = ConfigurationText.yaml(configurations.now().configuration());
        jdbc.sql("delete from segment").update();

        configurations.apply(ConfigurationText.configuration(exported.getBytes(UTF_8)), null, "From a file", ADA);

        assertThat(ConfigurationText.yaml(configurations.now().configuration())).isEqualTo(exported);
    }

    private static List<Condition> someCondition() {
        return List.of(new Condition.Attribute("plan", List.of("gold")));
    }

    @Test
    void plansAndAddsASegmentWithItsProfile() {
        var gold = new Segment("gold", "Gold", someCondition(), first().profile());

        Plan plan = apply(starters.with(gold, 0));

        assertThat(plan.changes()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.ADDED);
            assertThat(it.details()).startsWith("Comes first", "Takes accounts where plan is gold");
        });
        assertThat(segments.all().getFirst().key()).isEqualTo("gold");
        assertThat(profiles.current(segments.all().getFirst().id()).reason()).isEqualTo("A reason");
        assertThat(audited()).containsExactly("segment.created", "profile.published");
    }

    @Test
    void saysFieldByFieldWhatIsDifferent() {
        HealthProfile before = first().profile();
        var profile = new HealthProfile(
                before.indicators(), before.limits(), before.goodFrom() + 1, before.averageFrom(), 3, 30);
        var changed = new Segment(first().key(), "Trials", someCondition(), profile);

        Plan plan = apply(starters.with(changed, 0));

        assertThat(plan.changes())
                .containsExactly(new Change(
                        Kind.CHANGED,
                        Subject.SEGMENT,
                        first().key(),
                        "Trials",
                        List.of(
                                "Is called Trials, it was Free trial",
                                "Takes accounts where plan is gold, it was: status is trial",
                                "Good from 71, it was 70",
                                "Margin 3, it was 0")));
        assertThat(audited()).containsExactly("segment.renamed", "segment.conditions_changed", "profile.published");
    }

    @Test
    void namesOnlyTheSegmentThatMoves() {
        var order = new ArrayList<>(starters.segments());
        order.add(2, order.removeFirst());

        Plan plan = apply(new Configuration(order));

        assertThat(plan.changes())
                .containsExactly(new Change(
                        Kind.MOVED,
                        Subject.SEGMENT,
                        first().key(),
                        first().name(),
                        List.of("Comes after " + order.get(1).name())));
        assertThat(audited()).containsExactly("segment.reordered");
    }

    @Test
    void swapsNames() {
        var order = new ArrayList<>(starters.segments());
        Segment one = order.get(0);
        Segment two = order.get(1);
        order.set(0, new Segment(one.key(), two.name(), one.conditions(), one.profile()));
        order.set(1, new Segment(two.key(), one.name(), two.conditions(), two.profile()));

        apply(new Configuration(order));

        assertThat(segments.all().get(0).name()).isEqualTo(two.name());
        assertThat(segments.all().get(1).name()).isEqualTo(one.name());
    }

    @Test
    void removesASegment() {
        Plan plan = apply(starters.without(first().key()));

        assertThat(plan.changes()).extracting(Change::kind).containsExactly(Kind.REMOVED);
        assertThat(segments.all()).noneMatch(it -> it.key().equals(first().key()));
        assertThat(segments.history().getFirst().segments()).isEqualTo(segments.all());
    }

    @Test
    void refusesToApplyWhatWasPlannedForAnotherConfiguration() {
        String revision = configurations.now().revision();
        segments.rename(segments.all().getFirst().id(), "Tryouts", ADA);

        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> configurations.apply(starters.without(first().key()), revision, "A reason", ADA))
                .withMessageContaining("Make the plan again");
        assertThat(segments.all()).hasSize(starters.segments().size());
    }

    @Test
    void aVersionForADayToComeIsAnotherRevisionAndIsSaidToBeReplaced() {
        String revision = configurations.now().revision();
        int id = segments.all().getFirst().id();
        var profile = new HealthProfile(first().profile().indicators(), 80, 40, 30);
        profiles.publish(id, profile, "Later", days.today().plusDays(5), ADA);

        assertThat(configurations.now().revision()).isNotEqualTo(revision);
        var other = new Segment(
                first().key(),
                first().name(),
                first().conditions(),
                new HealthProfile(first().profile().indicators(), 90, 40, 30));
        assertThat(configurations
                        .plan(starters.with(other, 0))
                        .changes()
                        .getFirst()
                        .details())
                .anyMatch(it -> it.startsWith("Takes the place of version"));
        profiles.withdraw(id, profiles.versions(id).getFirst().version(), ADA);
    }

    @Test
    void wantsAReasonForAChange() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> configurations.apply(starters.without(first().key()), null, " ", ADA));
    }

    @Test
    void tellsOrdersApartByAsFewMovesAsPossible() {
        List<String> before = List.of("a", "b", "c", "d");

        assertThat(Order.moved(before, before)).isEmpty();
        assertThat(Order.moved(before, List.of("d", "a", "b", "c"))).containsExactly("d");
        assertThat(Order.moved(before, List.of("b", "c", "d", "a"))).containsExactly("a");
        assertThat(Order.moved(before, before.reversed())).hasSize(3);
        assertThat(Order.moved(List.of(), Collections.emptyList())).isEmpty();
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit_entry order by id")
                .query((row, _) -> row.getString("action"))
                .list();
    }
}
