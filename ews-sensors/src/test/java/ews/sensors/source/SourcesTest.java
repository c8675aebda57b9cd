package ews.sensors.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.audit.Actor;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class SourcesTest {

    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    @TestConfiguration
    static class StandingClock {
        @Bean
        @Primary
        Clock standingClock() {
            return new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
        }
    }

    @Autowired
    private Sources sources;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
    }

    @Test
    void showsAKeyOnceAndStoresOnlyItsHash() {
        NewKey created = sources.create("Product", ALL, false, Actor.SYSTEM);

        assertThat(created.key())
                .matches("ews_[A-Za-z0-9_-]{43}")
                .endsWith(created.source().keyHint());
        assertThat(created.toString()).doesNotContain(created.key());
        assertThat(jdbc.sql("select source::text from source")
                        .query(String.class)
                        .single())
                .doesNotContain(created.key().substring(8));
    }

    @Test
    void knowsASourceByItsKey() {
        NewKey created = sources.create("Product", Set.of(Scope.READ), true, Actor.SYSTEM);

        Source source = sources.authenticate(created.key()).orElseThrow();

        assertThat(source).isEqualTo(created.source());
        assertThat(source.can(Scope.READ)).isTrue();
        assertThat(source.can(Scope.WRITE)).isFalse();
        assertThat(sources.authenticate(created.key() + "x")).isEmpty();
    }

    @Test
    void refusesARevokedKeyAtOnce() {
        NewKey created = sources.create("Product", ALL, false, Actor.SYSTEM);
        sources.authenticate(created.key());

        sources.revoke(created.source().id(), Actor.SYSTEM);

        assertThat(sources.authenticate(created.key())).isEmpty();
        assertThat(sources.withId(created.source().id()).orElseThrow().isRevoked())
                .isTrue();
    }

    @Test
    void refusesAKeyWithinTenSecondsThatAnotherInstanceRevoked() {
        NewKey created = sources.create("Product", ALL, false, Actor.SYSTEM);
        sources.authenticate(created.key());
        jdbc.sql("update source set revoked_at = now()").update();

        ((TickingClock) clock).tick(Duration.ofSeconds(10));

        assertThat(sources.authenticate(created.key())).isEmpty();
    }

    @Test
    void replacesAKey() {
        NewKey before = sources.create("Product", ALL, false, Actor.SYSTEM);
        sources.authenticate(before.key());

        NewKey after = sources.rotate(before.source().id(), Actor.SYSTEM);

        assertThat(sources.authenticate(before.key())).isEmpty();
        assertThat(sources.authenticate(after.key())).contains(after.source());
    }

    @Test
    void doesNotReplaceARevokedKey() {
        NewKey created = sources.create("Product", ALL, false, Actor.SYSTEM);
        sources.revoke(created.source().id(), Actor.SYSTEM);

        assertThatThrownBy(() -> sources.rotate(created.source().id(), Actor.SYSTEM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Product was revoked");
    }

    @Test
    void renames() {
        NewKey created = sources.create("Product", ALL, false, Actor.SYSTEM);
        sources.authenticate(created.key());

        sources.rename(created.source().id(), " App ", Actor.SYSTEM);

        assertThat(sources.authenticate(created.key()).orElseThrow().name()).isEqualTo("App");
        assertThat(sources.all()).extracting(Source::name).containsExactly("App");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> sources.create(name, ALL, false, Actor.SYSTEM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANameThatIsTaken() {
        sources.create("Product", ALL, false, Actor.SYSTEM);

        assertThatThrownBy(() -> sources.create("Product", ALL, false, Actor.SYSTEM))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void ensuresASourceWithAGivenKeyHoweverOften() {
        Source first = sources.ensure("Bootstrap", "a-given-key");
        Source second = sources.ensure("Bootstrap", "a-given-key");

        assertThat(second).isEqualTo(first);
        assertThat(sources.authenticate("a-given-key").orElseThrow().scopes())
                .isEqualTo(Set.of(Scope.READ, Scope.WRITE));
    }

    @Test
    void replacesTheEnsuredKeyButRevivesNoRevokedOne() {
        Source source = sources.ensure("Bootstrap", "a-given-key");
        sources.revoke(source.id(), Actor.SYSTEM);

        sources.ensure("Bootstrap", "a-given-key");
        assertThat(sources.authenticate("a-given-key")).isEmpty();

        sources.ensure("Bootstrap", "another-key");
        assertThat(sources.authenticate("another-key")).isPresent();
    }

    @Test
    void writesEveryChangeIntoTheAuditLog() {
        NewKey created = sources.create("Product", ALL, false, Actor.SYSTEM);
        sources.rename(created.source().id(), "App", Actor.SYSTEM);
        sources.rotate(created.source().id(), Actor.SYSTEM);
        sources.revoke(created.source().id(), Actor.SYSTEM);

        assertThat(jdbc.sql("select action from audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly("source.created", "source.renamed", "source.key_rotated", "source.revoked");
    }
}
