package ews.loader;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param words what is no option: the command and its arguments
 */
record Options(List<String> words, URI url, String key, int connections, int batch) {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_CONNECTIONS = 64;

    /** @throws IllegalArgumentException saying what is wrong */
    static Options of(List<String> arguments, String environmentKey) {
        var words = new ArrayList<String>();
        String url = "http://localhost:8080";
        String key = environmentKey;
        int connections = 4;
        int batch = MOST_EVENTS;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(argument + " needs a value");
            }
            String value = arguments.get(++i);
            switch (argument) {
                case "--url" -> url = value;
                case "--key" -> key = value;
                case "--connections" -> connections = number(argument, value, MOST_CONNECTIONS);
                case "--batch" -> batch = number(argument, value, MOST_EVENTS);
                default -> throw new IllegalArgumentException("Unknown option " + argument);
            }
        }
        return new Options(List.copyOf(words), URI.create(url), key, connections, batch);
    }

    private static int number(String option, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("%s must be 1 to %d, not %s".formatted(option, most, value));
    }
}
