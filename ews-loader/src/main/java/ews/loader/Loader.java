package ews.loader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line: see {@code docs/loading-data.md}. */
public final class Loader {

    private static final String HELP = """
            Usage:
              socialnet7 <folder>   posts the events, accounts and subscriptions in the folder
              crm5 <folder>         posts the accounts, subscriptions and daily usage in the folder
              ravenstack <folder>   posts the five tables in the folder
              auc <folder>          measures how well the score foretells the renewals of socialnet7, once it is loaded
            Options:
              --url URL             of the application; http://localhost:8080 unless given
              --key KEY             of a source, with read and write scope; EWS_KEY of the environment unless given
              --connections N       1 to 64; 4 unless given
              --batch N             events a POST, 1 to 1,000; 1,000 unless given
            """;

    private Loader() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Options.of(List.of(arguments), System.getenv().getOrDefault("EWS_KEY", "")));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws InterruptedException {
        if (options.words().size() != 2) {
            System.out.print(HELP);
            return;
        }
        if (options.key().isEmpty()) {
            throw new IllegalArgumentException("Give the key of a source: --key, or EWS_KEY in the environment");
        }
        String command = options.words().get(0);
        Path folder = Path.of(options.words().get(1));
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder.toAbsolutePath() + " is no folder");
        }
        try (var api = new Api(options)) {
            if (command.equals("auc")) {
                new Foretelling(api, options.connections()).run(folder);
            } else {
                new Load(api, options).run(command, DataSet.named(command, folder));
            }
        }
    }
}
