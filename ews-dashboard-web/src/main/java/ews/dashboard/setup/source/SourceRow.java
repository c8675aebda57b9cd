package ews.dashboard.setup.source;

import static java.util.stream.Collectors.joining;

import ews.sensors.source.Source;
import ews.sensors.source.SourceCounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source with what it sent; {@code counts} is {@code null} while it sent nothing. */
record SourceRow(Source source, @Nullable SourceCounts counts) {

    /** What its key allows, in words. */
    public String scopes() {
        return source.scopes().stream()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(joining(" and "));
    }
}
