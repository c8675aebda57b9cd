package ews.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The command line: see {@code docs/benchmarks.md}. */
public final class Bench {

    private static final String HELP = """
            Usage:
              intake [events]      intake over HTTP beside COPY BINARY of the same rows; 1,000,000 events unless given
              growth [millions] [accounts]
                                   intake into an empty log and a full one, and of few and many accounts: 100 million
                                   events and 1,000,000 accounts unless given
              csv [megabytes]      a file of events imported with a heap of 256 MB; 1,000 MB unless given; needs the
                                   packaged application: ./mvnw -q package -DskipTests
              scoring [accounts]   the daily run beside streaming what it reads; 100,000 accounts unless given
              preview [accounts]   another profile tried on everybody, and on 52 dates; 10,000 accounts unless given
              auc <folder>         how well profiles foretell on public data: socialnet7, crm5 and ravenstack, each in
                                   the folder of its name
              rhythm <folder>      how soon falls of usage are found, and what is raised without any, on public data:
                                   crm5 and socialnet7, each in the folder of its name
              alerts [alerts] [events] [accounts]
                                   from a POST to the alert, while so many usage events arrive a second: 100 alerts of
                                   each sort, 1,000 events and 100,000 accounts unless given; needs the packaged
                                   application: ./mvnw -q package -DskipTests
              plays [accounts]     1,000 alerts in a minute until their runs have their tasks, and 10,000 runs that go
                                   on when a day has passed; 100,000 accounts unless given; needs the packaged
                                   application, too
              kills [times] [seed] the application killed so many times while runs go on and messages are sent: what was
                                   lost, and what came twice; 50 times unless given; needs the packaged application, too
              crashes [times] [seed]
                                   the application and PostgreSQL killed so many times each while clients send and
                                   repeat what was not acknowledged: 10 times unless given; needs the packaged
                                   application, too
            """;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "help" : arguments[0]) {
            case "intake" -> new IntakeBench(number(arguments, 1, 1_000_000)).run();
            case "growth" -> new GrowthBench(number(arguments, 1, 100), number(arguments, 2, 1_000_000)).run();
            case "csv" -> new CsvBench(jar(), number(arguments, 1, 1_000)).run();
            case "scoring" -> new ScoringBench(number(arguments, 1, 100_000)).run();
            case "preview" -> new PreviewBench(number(arguments, 1, 10_000)).run();
            case "auc" -> new AucBench(Path.of(arguments[1])).run();
            case "rhythm" -> new RhythmBench(Path.of(arguments[1])).run();
            case "alerts" ->
                new AlertBench(
                                jar(),
                                number(arguments, 1, 100),
                                number(arguments, 2, 1_000),
                                number(arguments, 3, 100_000))
                        .run();
            case "plays" -> new PlaysBench(jar(), number(arguments, 1, 100_000)).run();
            case "kills" ->
                new KillRun(jar(), number(arguments, 1, 50), number(arguments, 2, (int) (System.nanoTime() % 100_000)))
                        .run();
            case "crashes" ->
                new CrashRun(jar(), number(arguments, 1, 10), number(arguments, 2, (int) (System.nanoTime() % 100_000)))
                        .run();
            default -> System.out.print(HELP);
        }
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place].replace(",", "")) : otherwise;
    }

    private static Path jar() throws IOException {
        Path folder = Path.of("..", "ews-dashboard-web", "target");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                var jar = files.filter(it -> it.getFileName().toString().matches("ews-dashboard-web-.*\\.jar"))
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            }
        }
        throw new IllegalStateException(
                "There is no packaged application in " + folder + "; run ./mvnw -q package -DskipTests first");
    }
}
