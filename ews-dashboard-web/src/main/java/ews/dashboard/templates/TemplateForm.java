package ews.dashboard.templates;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.Written;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template as typed.
 *
 * @param account for which it is shown: a name or a key
 */
record TemplateForm(
        @Nullable String name,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String account) {

    static final TemplateForm BLANK = new TemplateForm("", "", "", null);

    /** Where the template as a whole is wrong. */
    static final String WHOLE = "template";

    /** As many characters as the text of a template may have. */
    private static final int LONGEST_BODY = 20_000;

    static TemplateForm of(Template template) {
        return new TemplateForm(template.name(), template.subject(), template.body(), null);
    }

    /** What was typed, whether it is right or not. */
    Template asTyped(String key, int version) {
        return new Template(key, typed(name), typed(subject), typed(body).replace("\r\n", "\n"), version);
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Template> read(String key, int version, Fields fields) {
        Template template = asTyped(key, version);
        fields.text("name", template.name(), Written.LINE);
        fields.text("subject", template.subject(), Written.LINE);
        fields.lines("body", template.body(), LONGEST_BODY);
        fieldsAreKnown("subject", new Template(key, "", template.subject(), "", version), fields);
        fieldsAreKnown("body", new Template(key, "", "", template.body(), version), fields);
        return fields.areRight() ? Optional.of(template) : Optional.empty();
    }

    private static void fieldsAreKnown(String field, Template part, Fields fields) {
        var problems = Templates.problemsWithFields(part);
        if (!problems.isEmpty()) {
            fields.wrong(field, String.join(" ", problems));
        }
    }
}
