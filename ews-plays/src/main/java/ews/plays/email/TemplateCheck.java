package ews.plays.email;

import ews.plays.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a template, before it is saved. */
final class TemplateCheck {

    static final int LONGEST_BODY = 20_000;

    private static final int LONGEST_KEY = 60;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Stands in the address of the page on which templates are written. */
    static final String RESERVED = "new";

    private TemplateCheck() {}

    /** @throws InvalidTemplate with everything that is wrong */
    static void check(Template template) {
        List<String> problems = problems(template);
        if (!problems.isEmpty()) {
            throw new InvalidTemplate(problems);
        }
    }

    private static List<String> problems(Template template) {
        var problems = new ArrayList<String>();
        String key = template.key();
        if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY || key.equals(RESERVED)) {
            problems.add(
                    "The key of a template is of lower case letters, digits and single hyphens, at most %d, not \"%s\"."
                            .formatted(LONGEST_KEY, key));
        }
        Stream.of(
                        wrong("name", template.name(), Written.LINE),
                        wrong("subject", template.subject(), Written.LINE),
                        wrong("text", template.body(), LONGEST_BODY))
                .filter(Objects::nonNull)
                .forEach(problems::add);
        if (Stream.of(template.name(), template.subject()).anyMatch(it -> it.contains("\n") || it.contains("\r"))) {
            problems.add("The name and the subject are of one line each.");
        }
        problems.addAll(problemsWithFields(template));
        return problems;
    }

    static List<String> problemsWithFields(Template template) {
        var problems = new ArrayList<String>();
        Stream.of(template.subject(), template.body())
                .flatMap(it -> MergeText.problems(it, MergeFields::exists).stream())
                .distinct()
                .forEach(problems::add);
        if (problems.stream().anyMatch(it -> it.startsWith("There is no"))) {
            problems.add(MergeFields.thereAre());
        }
        return problems;
    }

    private static @Nullable String wrong(String what, String text, int longest) {
        try {
            Written.required(what, text, longest);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
