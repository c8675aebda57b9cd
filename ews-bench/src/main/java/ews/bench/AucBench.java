package ews.bench;

import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import ews.loader.Loader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** How well profiles foretell, two weeks ahead, who leaves: on public data, posted over HTTP as any source would. */
final class AucBench {

    private final Path folder;

    /** @param folder in which each data set has a folder of its name */
    AucBench(Path folder) {
        this.folder = folder;
    }

    /** Those that are there. */
    void run() throws Exception {
        for (String name : List.of("socialnet7", "crm5", "ravenstack")) {
            Path data = folder.resolve(name);
            if (Files.isDirectory(data)) {
                measure(name, data);
            } else {
                System.out.printf("%s: %s is no folder, left out%n", name, data);
            }
        }
    }

    private static void measure(String name, Path data) throws Exception {
        try (Database database = Database.start()) {
            database.enterSource(Application.KEY);
            try (Application intake = Application.of(IntakeApplication.class, database)) {
                Loader.main(new String[] {name, data.toString(), "--url", intake.url(), "--key", Application.KEY});
            }
            try (ConfigurableApplicationContext context = ScoringApplication.start(
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres",
                    "--db-scheduler.enabled=false",
                    "--ews.scoring.background=false",
                    "--logging.level.root=warn")) {
                LocalDate end = LocalDate.parse(
                        database.texts("select max(occurred_at at time zone 'UTC')::date from subscription_change")
                                .getFirst());
                measure(name, context, end, database.texts("""
                        select name from feature join account_feature on feature_id = id
                        group by name order by count(*) desc, name limit 10
                        """));
            }
        }
    }

    private static void measure(
            String name, ConfigurableApplicationContext context, LocalDate end, List<String> features) {
        List<AccountFacts> accounts = everybody(context, end);
        List<Occasion> occasions = Occasion.all(accounts, end);
        List<Segment> segments = context.getBean(Segments.class).all();
        Profiles profiles = context.getBean(Profiles.class);
        Map<Integer, HealthProfile> starters = new TreeMap<>();
        segments.forEach(it -> starters.put(it.id(), profiles.current(it.id()).profile()));
        System.out.printf("%n%s%n", name);
        var split = TimeSplit.of(occasions);
        System.out.println(split.describe());
        Variant.all(features)
                .forEach(variant -> System.out.println(
                        new Foretelling(variant.name(), segments, variant.of(starters), accounts, split).measure()));
    }

    private static List<AccountFacts> everybody(ConfigurableApplicationContext context, LocalDate end) {
        Facts facts = context.getBean(Facts.class);
        var all = new ArrayList<AccountFacts>();
        for (AccountPortion portion : context.getBean(Accounts.class).portions()) {
            all.addAll(facts.between(portion.first(), portion.last(), new Days(LocalDate.of(2000, 1, 1), end))
                    .values());
        }
        return all;
    }
}
