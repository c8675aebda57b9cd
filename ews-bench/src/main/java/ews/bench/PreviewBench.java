package ews.bench;

import ews.detection.preview.Impact;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.detection.suggestion.Finding;
import ews.detection.suggestion.Suggesting;
import ews.detection.suggestion.Suggestion;
import ews.detection.suggestion.SuggestionId;
import ews.domain.audit.Actor;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;

/** How long it takes until a preview shows something, and until it is whole, with its back-test over 52 weekly dates. */
final class PreviewBench {

    /** A year to look back at, and as much before as any window of the starter profiles. */
    private static final int DAYS = 365 + 90;

    private static final int RUNS = 6;
    private static final int SUGGESTIONS = 3;

    private final int accounts;

    PreviewBench(int accounts) {
        this.accounts = accounts;
    }

    void run() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Database database = Database.start()) {
            System.out.printf("%,d accounts with %d days of facts, one in eleven cancelled%n", accounts, DAYS);
            new Portfolio(database, accounts, DAYS).fill(today);
            // All in the segment that takes the rest, whose profile is changed; better and worse off by their goals.
            database.execute("""
                    update outcome_progress set value = value * (account_id % 12) / 6;
                    update subscription_change set plan = 'Business';
                    insert into subscription_change (account_id, occurred_at, event_key, status)
                    select id, now() - (20 + id % 340) * interval '1 day', -id, 'cancelled' from account where id % 11 = 0
                    """);
            try (ConfigurableApplicationContext context = start(database)) {
                ScoringBench.awaitRun(database, today);
                for (int i = 0; i < RUNS; i++) {
                    System.out.println(preview(context, i % 2 == 1));
                }
                for (int i = 0; i < SUGGESTIONS; i++) {
                    System.out.println(suggestion(context));
                }
            }
        }
    }

    private static ConfigurableApplicationContext start(Database database) {
        return ScoringApplication.start(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--ews.scoring.background=false",
                "--logging.level.root=warn");
    }

    private static String preview(ConfigurableApplicationContext context, boolean againstPeers) throws Exception {
        Previewing previewing = context.getBean(Previewing.class);
        Segment rest = context.getBean(Segments.class).all().getLast();
        HealthProfile profile =
                context.getBean(Profiles.class).current(rest.id()).profile();
        long start = System.nanoTime();
        PreviewId id = previewing.start(rest.id(), changed(profile, againstPeers), Actor.SYSTEM);
        double first = 0;
        Preview preview = previewing.withId(id).orElseThrow();
        while (preview.isRunning()) {
            Thread.sleep(20);
            preview = previewing.withId(id).orElseThrow();
            if (first == 0 && preview.impact() != null) {
                first = seconds(start);
            }
        }
        double whole = seconds(start);
        Impact impact = Objects.requireNonNull(preview.impact());
        return "%s: first result after %.2f s, whole after %.2f s (%,d moved, %,d cancellations judged)"
                .formatted(
                        againstPeers ? "against peers" : "other weights",
                        first,
                        whole,
                        impact.moved(),
                        impact.proposed().judged());
    }

    private static String suggestion(ConfigurableApplicationContext context) throws Exception {
        Suggesting suggesting = context.getBean(Suggesting.class);
        int rest = context.getBean(Segments.class).all().getLast().id();
        long start = System.nanoTime();
        SuggestionId id = suggesting.start(rest, Actor.SYSTEM);
        Suggestion suggestion = suggesting.withId(id).orElseThrow();
        while (suggestion.isRunning()) {
            Thread.sleep(20);
            suggestion = suggesting.withId(id).orElseThrow();
        }
        double whole = seconds(start);
        Finding finding = Objects.requireNonNull(suggestion.finding());
        return "suggested weights: after %.2f s (%s; learned from %,d cancellations, judged by %,d)"
                .formatted(
                        whole,
                        finding.getClass().getSimpleName(),
                        finding.training().cancellations(),
                        finding.judged().cancellations());
    }

    /** The first indicator counts ten points more and the second ten less, or the first is read against peers. */
    private static HealthProfile changed(HealthProfile profile, boolean againstPeers) {
        List<Indicator> indicators = new ArrayList<>(profile.indicators());
        Indicator first = indicators.get(0);
        Indicator second = indicators.get(1);
        if (againstPeers) {
            Measurement peers = new Measurement("active_users", 28).as(Form.PEERS);
            indicators.set(0, new Indicator(first.group(), peers, 0, 60, first.weight(), first.missing()));
        } else {
            indicators.set(0, first.weighing(first.weight() + 10));
            indicators.set(1, second.weighing(second.weight() - 10));
        }
        return new HealthProfile(
                indicators,
                profile.limits(),
                profile.goodFrom() + 8,
                profile.averageFrom() + 8,
                profile.margin(),
                profile.leastKnown());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
