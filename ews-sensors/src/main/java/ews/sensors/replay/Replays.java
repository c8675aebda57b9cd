package ews.sensors.replay;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.sensors.cloudevents.CloudEvents;
import ews.sensors.dialect.MalformedBody;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.KeptEvents;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Rejection;
import ews.sensors.reject.Reject;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.reject.Settlement;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends rejected events once more, through the same checks and the same search for duplicates as all events. An event
 * without a time of its own happened when it was rejected.
 */
@Component
public class Replays {

    /** In one go. */
    public static final int MOST = 2_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rejects rejects;
    private final Sources sources;
    private final KeptEvents kept;
    private final CloudEvents cloudEvents;
    private final EventIntake intake;
    private final AuditLog audit;

    /** @param intake that which knows no limits: these were held against their source when they came */
    Replays(
            Rejects rejects,
            Sources sources,
            KeptEvents kept,
            CloudEvents cloudEvents,
            @Qualifier("directIntake") EventIntake intake,
            AuditLog audit) {
        this.rejects = rejects;
        this.sources = sources;
        this.kept = kept;
        this.cloudEvents = cloudEvents;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * Settles it if it is taken.
     *
     * @param body as it was, or corrected
     */
    public Replayed replay(Reject reject, String body, Actor actor) {
        Replayed replayed = replay(source(reject.source()), reject, body);
        if (replayed instanceof Replayed.Settled settled && rejects.settle(List.of(reject.id()), settled.as()) > 0) {
            audit.record(
                    actor,
                    "reject.replayed",
                    "reject:" + reject.id(),
                    Map.of("as", settled.as(), "corrected", !body.equals(reject.body())));
        }
        return replayed;
    }

    /** How many were settled, and how many are still wrong. */
    public record Tally(Map<Settlement, Integer> settled, int refused) {}

    /** The newest of these that are open, at most {@link #MOST}, as they were: what was wrong may have been mended here. */
    public Tally replay(SourceId of, RejectFilter filter, Actor actor) {
        Source source = source(of);
        List<Reject> open = rejects.of(of, filter.open(), Rejects.NEWEST, MOST);
        var settled = new EnumMap<Settlement, List<Long>>(Settlement.class);
        int refused = 0;
        List<Replayed> outcomes = replay(source, open);
        for (int i = 0; i < open.size(); i++) {
            switch (outcomes.get(i)) {
                case Replayed.Settled it ->
                    settled.computeIfAbsent(it.as(), _ -> new ArrayList<>())
                            .add(open.get(i).id());
                case Replayed.Refused _ -> refused++;
            }
        }
        var counts = new EnumMap<Settlement, Integer>(Settlement.class);
        settled.forEach((as, ids) -> counts.put(as, rejects.settle(ids, as)));
        if (!counts.isEmpty()) {
            audit.record(actor, "rejects.replayed", "source:" + of.value(), Map.of("settled", counts));
        }
        return new Tally(counts, refused);
    }

    /** Side by side, so that the writer commits many of them together. */
    private List<Replayed> replay(Source source, List<Reject> open) {
        var outcomes = new ArrayList<Replayed>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Replayed>> replays = open.stream()
                    .map(it -> threads.submit(() -> replay(source, it, it.body())))
                    .toList();
            for (Future<Replayed> it : replays) {
                outcomes.add(it.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rejects were replayed", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /**
     * All of these that are open.
     *
     * @return how many they were
     */
    public int dismiss(SourceId of, RejectFilter filter, Actor actor) {
        int dismissed = rejects.dismiss(of, filter);
        if (dismissed > 0) {
            audit.record(actor, "rejects.dismissed", "source:" + of.value(), Map.of("rejects", dismissed));
        }
        return dismissed;
    }

    /** One alone. */
    public void dismiss(Reject reject, Actor actor) {
        if (rejects.settle(List.of(reject.id()), Settlement.DISMISSED) > 0) {
            audit.record(actor, "reject.dismissed", "reject:" + reject.id(), Map.of());
        }
    }

    private Replayed replay(Source source, Reject reject, String body) {
        Batch batch;
        try {
            batch = read(source, reject, body);
        } catch (MalformedBody | JacksonException e) {
            return new Replayed.Refused("malformed", "It is not valid JSON: " + e.getMessage());
        }
        for (Rejection rejection : batch.rejections()) {
            return new Replayed.Refused(rejection.code(), rejection.detail());
        }
        return new Replayed.Settled(settlement(intake.accept(batch)));
    }

    private Batch read(Source source, Reject reject, String body) {
        JsonNode event = JSON.readTree(body);
        if (reject.dialect() == Dialect.NATIVE && event.has("specversion")) {
            return cloudEvents.structured(source, JSON.writeValueAsBytes(event), reject.receivedAt());
        }
        // Written anew, so that it is one event and nothing else.
        return kept.read(
                reject.dialect(), source.id().value(), Raw.of(JSON.writeValueAsString(event)), reject.receivedAt());
    }

    private static Settlement settlement(Receipt receipt) {
        if (receipt.accepted() == 0 && receipt.duplicates() > 0) {
            return Settlement.DUPLICATE;
        }
        return receipt.ignored() > 0 ? Settlement.IGNORED : Settlement.TAKEN;
    }

    private Source source(SourceId id) {
        return sources.withId(id).orElseThrow();
    }
}
