package ews.dashboard.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words to make names, goals and comments of: lists in {@code names.txt}, each under its {@code [heading]}. */
final class Names {

    private static final Map<String, List<String>> LISTS = read();

    private Names() {}

    static List<String> of(String heading) {
        List<String> list = LISTS.get(heading);
        if (list == null) {
            throw new IllegalArgumentException("names.txt has no [" + heading + "]");
        }
        return list;
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Names.class.getResourceAsStream("names.txt")) {
            if (in == null) {
                throw new IllegalStateException("names.txt is missing beside " + Names.class);
            }
            var lists = new LinkedHashMap<String, List<String>>();
            List<String> current = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    current = new ArrayList<>();
                    lists.put(line.substring(1, line.length() - 1), current);
                } else if (!line.isBlank()) {
                    current.add(line.strip());
                }
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
