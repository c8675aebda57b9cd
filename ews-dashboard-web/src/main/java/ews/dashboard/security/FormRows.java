package ews.dashboard.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of forms, whose fields are named as in {@code conditions[3].value} or {@code steps[3].condition.value}:
 * numbered from 0, without gaps.
 */
final class FormRows {

    private static final Pattern FIELD =
            Pattern.compile("([A-Za-z]+(?:\\.[A-Za-z]+)?)\\[(\\d{1,2})]\\.[A-Za-z]+(?:\\.[A-Za-z]+)?");

    private FormRows() {}

    /** What is wrong with the names of a form's fields, which binding would fail on without saying so. */
    static Optional<String> problem(Collection<String> names) {
        Map<String, TreeSet<Integer>> rows = new HashMap<>();
        for (String name : names) {
            Matcher field = FIELD.matcher(name);
            if (field.matches()) {
                rows.computeIfAbsent(field.group(1), _ -> new TreeSet<>()).add(Integer.valueOf(field.group(2)));
            } else if (name.indexOf('[') >= 0) {
                return Optional.of("There is no field “%s”.".formatted(name));
            }
        }
        return rows.entrySet().stream()
                .filter(it -> it.getValue().last() >= it.getValue().size())
                .map(it -> "Some of the rows “%s” are missing; they are numbered from 0.".formatted(it.getKey()))
                .findAny();
    }
}
