package ews.dashboard.view;

import ews.domain.event.EventType;
import ews.sensors.source.CalmPeriods;
import ews.sensors.source.Heartbeats;
import ews.sensors.source.Silence;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells everybody why there are fewer alerts than usual: sources that are silent, or kept calm. */
@Component
public class SourceNotices {

    private final Heartbeats heartbeats;
    private final CalmPeriods calmPeriods;
    private final When when;

    SourceNotices(Heartbeats heartbeats, CalmPeriods calmPeriods, When when) {
        this.heartbeats = heartbeats;
        this.calmPeriods = calmPeriods;
        this.when = when;
    }

    /** One for each source that is silent or calm. */
    public record Notice(SourceId source, String text) {}

    /** As things stand now, silent ones first. */
    public List<Notice> all() {
        var notices = new ArrayList<Notice>();
        Map<SourceId, List<Silence>> silent = heartbeats.silences().stream()
                .collect(Collectors.groupingBy(Silence::source, LinkedHashMap::new, Collectors.toList()));
        silent.forEach((source, silences) -> notices.add(new Notice(source, text(silences))));
        calmPeriods.running().forEach(it -> notices.add(new Notice(it.id(), text(it))));
        return notices;
    }

    /** @param silences of one source, the longest first */
    private String text(List<Silence> silences) {
        String types =
                silences.stream().map(Silence::type).map(EventType::code).collect(Collectors.joining(" and no "));
        return "%s has sent no %s events since %s. Until it is heard again, alerts about what falls or is missing in them are held back."
                .formatted(
                        silences.getFirst().name(),
                        types,
                        when.exact(silences.getFirst().since()));
    }

    private String text(Source source) {
        Instant until = source.calmUntil();
        return "Nothing is raised from the events of %s until %s, while its history comes in."
                .formatted(source.name(), until == null ? "further notice" : when.exact(until));
    }
}
