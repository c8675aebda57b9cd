package ews.dashboard.templates;

import ews.plays.email.Template;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a template that is different from before.
 *
 * @param part of the template, as it reads in a heading
 * @param lines those that are new, and those that are gone, from top to bottom
 */
record TemplateChange(String part, List<LineDifference> lines) {

    /** What is different; empty if nothing is. */
    static List<TemplateChange> between(Template before, Template after) {
        return Stream.of(
                        new TemplateChange("Name", LineDifference.between(before.name(), after.name())),
                        new TemplateChange("Subject", LineDifference.between(before.subject(), after.subject())),
                        new TemplateChange("Text", LineDifference.between(before.body(), after.body())))
                .filter(it -> !it.lines.isEmpty())
                .toList();
    }
}
