package ews.plays.email;

import ews.plays.Difference;
import java.util.ArrayList;
import java.util.List;

/** Tells two versions of a template apart, in sentences without a full stop. */
final class TemplateChanges {

    private TemplateChanges() {}

    /** What is different; empty if nothing is. */
    static List<String> between(Template before, Template after) {
        var changes = new ArrayList<String>();
        say("Name", before.name(), after.name(), changes);
        say("Subject", before.subject(), after.subject(), changes);
        say("Text", before.body(), after.body(), changes);
        return changes;
    }

    private static void say(String what, String before, String after, List<String> changes) {
        if (before.equals(after)) {
            return;
        }
        var difference = Difference.of(oneLine(before), oneLine(after));
        changes.add(
                difference.before().equals(difference.after())
                        ? "%s with other spaces or line breaks".formatted(what)
                        : "%s “%s”, it was “%s”".formatted(what, difference.after(), difference.before()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
