package ews.detection.segment;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.fact.DirtyAccounts;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Changes all segments at once, by their keys: adds, renames, moves and deletes until they are as they are wanted. */
@Repository
public class Arrangement {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Segments segments;
    private final AuditLog audit;
    private final DirtyAccounts dirty;

    Arrangement(JdbcClient jdbc, JsonMapper json, Segments segments, AuditLog audit, DirtyAccounts dirty) {
        this.jdbc = jdbc;
        this.json = json;
        this.segments = segments;
        this.audit = audit;
        this.dirty = dirty;
    }

    /** A segment as it shall be. */
    public record Wanted(String key, String name, List<Condition> conditions) {}

    /** Until the transaction ends, nobody else changes segments or publishes profiles. */
    @Transactional
    public void lock() {
        jdbc.sql("lock table segment in exclusive mode").update();
    }

    /**
     * @param wanted in the order that they shall have; new ones need a profile before the transaction ends
     * @return the ids of all segments by key
     * @throws IllegalArgumentException if one but the last has no conditions, or the last one has some
     */
    @Transactional
    public Map<String, Integer> arrange(List<Wanted> wanted, Actor actor) {
        lock();
        for (int i = 0; i < wanted.size(); i++) {
            SegmentOrder.checkConditions(wanted.get(i).name(), wanted.get(i).conditions(), i == wanted.size() - 1);
        }
        List<Segment> before = segments.all();
        deleteOthers(before, wanted, actor);
        var ids = new HashMap<String, Integer>();
        before.forEach(it -> ids.put(it.key(), it.id()));
        freeNames(before, wanted);
        var existing = new HashMap<String, Segment>();
        before.forEach(it -> existing.put(it.key(), it));
        for (int place = 0; place < wanted.size(); place++) {
            Wanted it = wanted.get(place);
            ids.put(it.key(), put(it, place));
            record(existing.get(it.key()), it, actor);
        }
        recordOrder(before, wanted, actor);
        segments.remember();
        dirty.everybody();
        ids.keySet().retainAll(wanted.stream().map(Wanted::key).toList());
        return Map.copyOf(ids);
    }

    private void deleteOthers(List<Segment> before, List<Wanted> wanted, Actor actor) {
        List<String> keys = wanted.stream().map(Wanted::key).toList();
        for (Segment segment : before) {
            if (!keys.contains(segment.key())) {
                jdbc.sql("delete from segment where id = :id")
                        .param("id", segment.id())
                        .update();
                audit.record(actor, "segment.deleted", "segment " + segment.name(), Map.of("rule", segment.rule()));
            }
        }
    }

    /** Names may be swapped, and no two segments may have the same one even for a moment. */
    private void freeNames(List<Segment> before, List<Wanted> wanted) {
        for (Segment segment : before) {
            if (wanted.stream()
                    .anyMatch(it -> it.key().equals(segment.key()) && !it.name().equals(segment.name()))) {
                jdbc.sql("update segment set name = 'segment ' || gen_random_uuid() where id = :id")
                        .param("id", segment.id())
                        .update();
            }
        }
    }

    private int put(Wanted segment, int place) {
        return jdbc.sql("""
                        insert into segment (key, name, position, conditions)
                        values (:key, :name, :place, :conditions::jsonb)
                        on conflict (key) do update set
                          name = excluded.name, position = excluded.position, conditions = excluded.conditions
                        returning id
                        """)
                .param("key", segment.key())
                .param("name", segment.name())
                .param("place", place)
                .param("conditions", json.writerFor(CONDITIONS).writeValueAsString(segment.conditions()))
                .query(Integer.class)
                .single();
    }

    private void record(@Nullable Segment before, Wanted after, Actor actor) {
        String subject = "segment " + after.name();
        String rule = new Segment(0, after.key(), after.name(), after.conditions()).rule();
        if (before == null) {
            audit.record(actor, "segment.created", subject, Map.of("rule", rule));
            return;
        }
        if (!before.name().equals(after.name())) {
            audit.record(actor, "segment.renamed", subject, Map.of("before", before.name()));
        }
        if (!before.conditions().equals(after.conditions())) {
            audit.record(actor, "segment.conditions_changed", subject, Map.of("before", before.rule(), "after", rule));
        }
    }

    private void recordOrder(List<Segment> before, List<Wanted> wanted, Actor actor) {
        var was = new ArrayList<>(before.stream().map(Segment::key).toList());
        var is = new ArrayList<>(wanted.stream().map(Wanted::key).toList());
        var common = List.copyOf(was);
        was.retainAll(is);
        is.retainAll(common);
        if (!Objects.equals(was, is)) {
            audit.record(
                    actor,
                    "segment.reordered",
                    "segments",
                    Map.of("order", before.stream().map(Segment::name).toList()));
        }
    }
}
