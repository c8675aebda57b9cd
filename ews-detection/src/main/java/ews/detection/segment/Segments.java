package ews.detection.segment;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.fact.DirtyAccounts;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The segments in their order; an account belongs to the first one whose conditions all hold, and the last one takes the
 * rest. Every change has everybody scored again for today. Methods throw {@link IllegalArgumentException} with a
 * sentence for whoever asked, and {@link NoSuchElementException} for a segment that does not exist.
 */
@Repository
public class Segments {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};
    private static final TypeReference<List<Segment>> SEGMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final DirtyAccounts dirty;
    private final OrganisationDays days;

    Segments(JdbcClient jdbc, JsonMapper json, AuditLog audit, DirtyAccounts dirty, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.dirty = dirty;
        this.days = days;
    }

    /** In their order; the last one has no conditions. */
    public List<Segment> all() {
        return jdbc.sql("select id, key, name, conditions from segment order by position")
                .query(this::segment)
                .list();
    }

    /** How segments were on earlier days, newest first: a past score is computed by the segments of its day. */
    public List<Segmentation> history() {
        return jdbc.sql("select from_day, segments from segmentation order by from_day desc")
                .query((row, _) -> new Segmentation(
                        row.getObject("from_day", LocalDate.class),
                        json.readValue(row.getString("segments"), SEGMENTS)))
                .list();
    }

    public Optional<Segment> withId(int id) {
        return all().stream().filter(segment -> segment.id() == id).findFirst();
    }

    public Optional<Segment> withKey(String key) {
        return all().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** Puts a new segment before the one that takes the rest, and copies that one's profile. */
    @Transactional
    public Segment create(String name, List<Condition> conditions, Actor actor) {
        var ordered = new ArrayList<>(lockAll());
        String title = SegmentName.among(ordered, name);
        SegmentOrder.checkConditions(title, conditions, ordered.isEmpty());
        int id = jdbc.sql("""
                        insert into segment (key, name, position, conditions)
                        values (:key, :name, -1, :conditions::jsonb) returning id
                        """)
                .param("key", SegmentName.keyOf(title, ordered))
                .param("name", title)
                .param("conditions", json.writerFor(CONDITIONS).writeValueAsString(conditions))
                .query(Integer.class)
                .single();
        if (!ordered.isEmpty()) {
            copyProfile(ordered.getLast().id(), id, ordered.getLast().name(), actor);
        }
        Segment segment = require(id);
        ordered.add(Math.max(0, ordered.size() - 1), segment);
        place(ordered.stream().map(Segment::id).toList());
        changed(actor, "segment.created", segment, Map.of("rule", segment.rule()));
        return segment;
    }

    @Transactional
    public void rename(int id, String name, Actor actor) {
        List<Segment> all = lockAll();
        Segment segment = require(id);
        String title =
                SegmentName.among(all.stream().filter(other -> other.id() != id).toList(), name);
        jdbc.sql("update segment set name = :name where id = :id")
                .param("id", id)
                .param("name", title)
                .update();
        audit.record(actor, "segment.renamed", "segment " + title, Map.of("before", segment.name()));
        remember();
    }

    @Transactional
    public void changeConditions(int id, List<Condition> conditions, Actor actor) {
        List<Segment> all = lockAll();
        Segment segment = require(id);
        SegmentOrder.checkConditions(segment.name(), conditions, all.getLast().id() == id);
        jdbc.sql("update segment set conditions = :conditions::jsonb where id = :id")
                .param("id", id)
                .param("conditions", json.writerFor(CONDITIONS).writeValueAsString(conditions))
                .update();
        changed(
                actor,
                "segment.conditions_changed",
                segment,
                Map.of("before", segment.rule(), "after", require(id).rule()));
    }

    /** @param ids of all segments, in the order that they shall have */
    @Transactional
    public void reorder(List<Integer> ids, Actor actor) {
        List<Segment> all = lockAll();
        SegmentOrder.check(ids, all);
        place(ids);
        audit.record(
                actor,
                "segment.reordered",
                "segments",
                Map.of("order", all().stream().map(Segment::name).toList()));
        remember();
        dirty.everybody();
    }

    /** Its accounts go to the next segment that matches. Its profile versions stay, since stored scores refer to them. */
    @Transactional
    public void delete(int id, Actor actor) {
        List<Segment> all = lockAll();
        Segment segment = require(id);
        if (all.getLast().id() == id) {
            throw new IllegalArgumentException(
                    "%s takes the accounts that no other segment matches, so it must stay".formatted(segment.name()));
        }
        jdbc.sql("delete from segment where id = :id").param("id", id).update();
        changed(actor, "segment.deleted", segment, Map.of("rule", segment.rule()));
    }

    /**
     * Whether these can be the segments.
     *
     * @throws IllegalArgumentException if not
     */
    public static void check(List<Segment> segments) {
        SegmentOrder.check(segments);
    }

    /**
     * Whether segments can be in this order.
     *
     * @throws IllegalArgumentException if not
     */
    public static void checkOrder(List<Integer> ids, List<Segment> segments) {
        SegmentOrder.check(ids, segments);
    }

    /** The key that a new segment with this name gets. */
    public static String keyOf(String name, List<Segment> others) {
        return SegmentName.keyOf(name, others);
    }

    private void changed(Actor actor, String action, Segment segment, Map<String, Object> detail) {
        audit.record(actor, action, "segment " + segment.name(), new LinkedHashMap<>(detail));
        remember();
        dirty.everybody();
    }

    /** What counts now is what counted today, whatever it was this morning. */
    void remember() {
        jdbc.sql("""
                        insert into segmentation (from_day, segments) values (:today, :segments::jsonb)
                        on conflict (from_day) do update set segments = excluded.segments
                        """)
                .param("today", days.today())
                .param("segments", json.writerFor(SEGMENTS).writeValueAsString(all()))
                .update();
    }

    /** One change at a time, so that each sees the order that the one before left. */
    private List<Segment> lockAll() {
        jdbc.sql("lock table segment in share row exclusive mode").update();
        return all();
    }

    private Segment require(int id) {
        return withId(id).orElseThrow(() -> new NoSuchElementException("There is no segment " + id));
    }

    private void place(List<Integer> ids) {
        for (int position = 0; position < ids.size(); position++) {
            jdbc.sql("update segment set position = :position where id = :id")
                    .param("position", position)
                    .param("id", ids.get(position))
                    .update();
        }
    }

    private void copyProfile(int from, int to, String name, Actor actor) {
        jdbc.sql("""
                        insert into profile_version
                          (segment_id, version, definition, reason, published_by, published_at, effective_from)
                        select :to, 1, definition, :reason, :actor, published_at, effective_from
                        from profile_version where segment_id = :from order by version desc limit 1
                        """)
                .param("from", from)
                .param("to", to)
                .param("reason", "Copied from " + name)
                .param("actor", actor.name())
                .update();
    }

    private Segment segment(ResultSet row, int number) throws SQLException {
        return new Segment(
                row.getInt("id"),
                row.getString("key"),
                row.getString("name"),
                json.readValue(row.getString("conditions"), CONDITIONS));
    }
}
