package ews.dashboard.setup.source;

import static java.util.stream.Collectors.joining;

import ews.sensors.source.Silence;
import ews.sensors.source.Source;
import ews.sensors.source.SourceCounts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source with what it sent.
 *
 * @param counts {@code null} while it sent nothing
 * @param silences of the types of events that it has not sent for longer than usual
 */
record SourceRow(Source source, @Nullable SourceCounts counts, List<Silence> silences) {

    static SourceRow of(Source source, @Nullable SourceCounts counts, List<Silence> all) {
        return new SourceRow(
                source,
                counts,
                all.stream().filter(it -> it.source().equals(source.id())).toList());
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
