package ews.plays.email;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that an email can say of whom it is about.
 *
 * @param key as it stands in templates: {@code account.name}
 * @param label for whoever chooses it
 * @param function empty where it is not known
 */
public record MergeField(String key, String label, Function<MergeContext, Optional<String>> function) {

    static MergeField of(String key, String label, Function<MergeContext, @Nullable String> function) {
        return new MergeField(
                key,
                label,
                context -> Optional.ofNullable(function.apply(context))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty()));
    }

    /** As it stands in a template. */
    public String placeholder() {
        return "{{" + key + "}}";
    }

    /** What of it is before the dot: {@code account}. */
    public String group() {
        return key.substring(0, key.indexOf('.'));
    }
}
