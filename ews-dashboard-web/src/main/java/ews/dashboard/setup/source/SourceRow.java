package ews.dashboard.setup.source;

import static java.util.stream.Collectors.joining;

import ews.sensors.source.Scope;
import ews.sensors.source.Silence;
import ews.sensors.source.Source;
import ews.sensors.source.SourceCounts;
import ews.sensors.vendor.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source with what it sent.
 *
 * @param vendor who sends, if it is one whose webhooks are taken
 * @param counts {@code null} while it sent nothing
 * @param silences of the types of events that it has not sent for longer than usual
 * @param calm whether nothing is raised from its events at present
 */
record SourceRow(
        Source source, @Nullable Vendor vendor, @Nullable SourceCounts counts, List<Silence> silences, boolean calm) {

    static SourceRow of(
            Source source, @Nullable Vendor vendor, @Nullable SourceCounts counts, List<Silence> all, Instant now) {
        return new SourceRow(
                source,
                vendor,
                counts,
                all.stream().filter(it -> it.source().equals(source.id())).toList(),
                source.isCalm(now) && !source.isRevoked());
    }

    /** Whether events can come from it. */
    public boolean sends() {
        return source.can(Scope.WRITE) && !source.isRevoked();
    }

    /** Where its events come from, or else what its key allows, in words. */
    public String about() {
        return vendor == null
                ? "its key may %s and ends with %s".formatted(scopes(), source.keyHint())
                : "webhooks of " + vendor.title();
    }

    /** What its key allows, in words. */
    public String scopes() {
        return source.scopes().stream()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(joining(", "))
                .replaceFirst(", ([^,]*)$", " and $1");
    }
}
