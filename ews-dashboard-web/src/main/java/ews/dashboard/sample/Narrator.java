package ews.dashboard.sample;

import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends events as the source "Sample company": as native JSON, through the same dialect and intake as everybody's. */
@Component
class Narrator {

    private static final String SOURCE = "Sample company";

    private final Sources sources;
    private final NativeDialect dialect;
    private final EventIntake intake;
    private final JsonMapper json;
    private final OrganisationDays days;

    Narrator(Sources sources, NativeDialect dialect, EventIntake intake, JsonMapper json, OrganisationDays days) {
        this.sources = sources;
        this.dialect = dialect;
        this.intake = intake;
        this.json = json;
        this.days = days;
    }

    /** The source that the events come from; its key is known to nobody. */
    Source source(Actor actor) {
        return sources.all().stream()
                .filter(it -> it.sample() && it.name().equals(SOURCE))
                .findFirst()
                .orElseGet(() -> sources.create(SOURCE, EnumSet.of(Scope.WRITE), true, actor)
                        .source());
    }

    /**
     * @return how many were new
     * @throws IllegalStateException if the intake rejected one, with the reason
     */
    int send(Source source, List<SampleEvent> events) {
        byte[] body = json.writeValueAsBytes(
                Map.of("events", events.stream().map(SampleEvent::fields).toList()));
        Receipt receipt = intake.accept(dialect.read(source, body, days.now()));
        if (!receipt.rejected().isEmpty()) {
            Rejection first = receipt.rejected().getFirst();
            throw new IllegalStateException("The intake rejected %d events, the first one with %s: %s"
                    .formatted(receipt.rejected().size(), first.code(), first.detail()));
        }
        return receipt.accepted();
    }
}
